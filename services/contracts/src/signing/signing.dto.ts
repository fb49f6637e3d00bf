import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsCode, IsId } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, ValidateNested } from 'class-validator';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const childId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a04';
const teamId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b02';
const packages = { description: 'Service packages of the county menu (服务包)', type: [String] as [StringConstructor] };
const term = { description: 'Term in whole years (签约年限)', type: 'integer', example: 1 } as const;
const firstDay = {
  description: 'First day in force; the day of the command when absent (生效日期)',
  format: 'date',
  example: '2026-06-01',
} as const;

export class SignContractDto extends CommandBody {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: residentId })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Contract team (签约团队)', format: 'uuid', example: teamId })
  @IsId()
  teamId: string;

  @ApiProperty({ ...packages, example: ['GENERAL'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCode({ each: true })
  packageCodes: string[];

  @ApiPropertyOptional(firstDay)
  @IsOptional()
  @IsBusinessDate()
  startsOn?: string;

  @ApiProperty(term)
  @IsInt()
  years: number;

  @ApiPropertyOptional({ description: 'Agreement of a household that the resident joins (家庭协议)', format: 'uuid' })
  @IsOptional()
  @IsId()
  householdAgreementId?: string;
}

export class HouseholdMemberDto {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: childId })
  @IsId()
  residentId: string;

  @ApiProperty({ ...packages, example: ['GENERAL'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCode({ each: true })
  packageCodes: string[];
}

const residentOf = (member: unknown) => (member as HouseholdMemberDto | null)?.residentId;

export class SignHouseholdDto extends CommandBody {
  @ApiProperty({ description: 'Adult who signs for all, member or not (户代表)', format: 'uuid', example: residentId })
  @IsId()
  representativeResidentId: string;

  @ApiProperty({ description: 'Members who sign (签约成员)', type: [HouseholdMemberDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique(residentOf)
  @ValidateNested({ each: true })
  @Type(() => HouseholdMemberDto)
  members: HouseholdMemberDto[];

  @ApiProperty({ description: 'Contract team (签约团队)', format: 'uuid', example: teamId })
  @IsId()
  teamId: string;

  @ApiPropertyOptional(firstDay)
  @IsOptional()
  @IsBusinessDate()
  startsOn?: string;

  @ApiProperty(term)
  @IsInt()
  years: number;
}

export class RenewContractDto extends CommandBody {
  @ApiProperty(term)
  @IsInt()
  years: number;

  @ApiPropertyOptional({
    ...packages,
    description: 'Packages of the new term; as before when absent (服务包)',
    example: ['GENERAL'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCode({ each: true })
  packageCodes?: string[];
}
