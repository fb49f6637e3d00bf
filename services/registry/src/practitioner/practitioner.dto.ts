import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { practitionerRole } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsInstant, PageQuery } from '@yigongti/service-host';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

const roleCodes = Object.keys(practitionerRole);

/** One line of `practitioners/import`. */
export class PractitionerLineDto {
  @ApiProperty({ description: 'Code of the practitioner (人员编码)', example: 'D370725000021' })
  @IsCode()
  practitionerCode: string;

  @ApiProperty({ description: 'Where they work (机构编码)', example: 'H37072510001' })
  @IsCode()
  institutionCode: string;

  @ApiProperty({ description: 'What they are (岗位)', enum: roleCodes, example: 'GP' })
  @IsIn(roleCodes)
  role: string;

  @ApiProperty({ description: 'First day in post (到岗日期)', format: 'date', example: '2020-01-01' })
  @IsBusinessDate()
  activeFrom: string;

  @ApiPropertyOptional({ description: 'Last day in post (离岗日期)', type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsBusinessDate()
  activeTo?: string | null;

  @ApiPropertyOptional({ description: 'Number in the source system (来源编号)', example: '21' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  sourceNo?: string;

  @ApiProperty({ description: 'Version in the source system, from 1 (来源版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  sourceVersion: number;

  @ApiProperty({ description: 'Since when it is so (发生时间)', format: 'date-time', example: '2020-01-01T00:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindPractitionersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Institution (机构编码)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Role (岗位)', enum: roleCodes })
  @IsOptional()
  @IsIn(roleCodes)
  role?: string;
}

export class PractitionerDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1101' }) practitionerId: string;
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ example: 'H37072510001' }) institutionCode: string;
  @ApiProperty({ enum: roleCodes, example: 'GP' }) role: string;
  @ApiProperty({ format: 'date', example: '2020-01-01' }) activeFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null }) activeTo: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class PractitionerPageDto {
  @ApiProperty({ type: [PractitionerDto] }) items: PractitionerDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
