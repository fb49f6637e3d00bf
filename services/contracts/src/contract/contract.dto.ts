import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { terminationReason } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsId, IsInstant, PageQuery } from '@yigongti/service-host';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional } from 'class-validator';
import type { TerminationReason } from './domain/contract.ts';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const teamId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b02';

export class SignContractDto {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: residentId })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Contract team (签约团队)', format: 'uuid', example: teamId })
  @IsId()
  teamId: string;

  @ApiProperty({ description: 'Service packages of the county menu (服务包)', type: [String], example: ['GENERAL'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCode({ each: true })
  packageCodes: string[];

  @ApiPropertyOptional({
    description: 'First day in force; the day of the command when absent (生效日期)',
    format: 'date',
    example: '2026-06-01',
  })
  @IsOptional()
  @IsBusinessDate()
  startsOn?: string;

  @ApiProperty({ description: 'Term in whole years (签约年限)', type: 'integer', example: 1 })
  @IsInt()
  years: number;

  @ApiPropertyOptional({ description: 'Agreement of the household that it belongs to (家庭协议)', format: 'uuid' })
  @IsOptional()
  @IsId()
  householdAgreementId?: string;

  @ApiProperty({ description: 'When it was signed (发生时间)', format: 'date-time', example: '2026-06-01T09:30:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class TerminateContractDto {
  @ApiProperty({ description: 'Why it ends (解约原因)', enum: Object.keys(terminationReason), example: 'MOVED_OUT' })
  @IsIn(Object.keys(terminationReason))
  reason: TerminationReason;

  @ApiPropertyOptional({ description: 'First day without it; the day of the command when absent (解约日期)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  terminatedOn?: string;

  @ApiProperty({ description: 'When it was decided (发生时间)', format: 'date-time', example: '2026-06-20T15:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindContractsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' })
  @IsOptional()
  @IsId()
  residentId?: string;

  @ApiPropertyOptional({ description: 'Team (团队)', format: 'uuid' })
  @IsOptional()
  @IsId()
  teamId?: string;

  @ApiPropertyOptional({ description: 'Institution of the team (机构编码)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Only contracts in force on that day (有效日期)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  inForceOn?: string;
}

export class ContractDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1c03' }) contractId: string;
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ format: 'uuid', example: teamId }) teamId: string;
  @ApiProperty({ example: 'T-37072510201' }) teamCode: string;
  @ApiProperty({ description: 'Institution of the team (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'GP who leads the team (全科医生)', example: 'D370725000021' }) leaderPractitionerCode: string;
  @ApiProperty({ type: [String], example: ['GENERAL'] }) packageCodes: string[];
  @ApiProperty({ description: 'Priority groups on the day of signing (重点人群)', type: [String], example: ['HTN'] })
  priorityGroups: string[];
  @ApiProperty({ format: 'date', example: '2026-06-01' }) startsOn: string;
  @ApiProperty({ description: 'Last day in force by the agreement (到期日)', format: 'date', example: '2027-05-31' })
  endsOn: string;
  @ApiProperty({
    description: 'First day no longer in force (解约日)',
    type: String,
    format: 'date',
    nullable: true,
    example: null,
  })
  terminatedOn: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...Object.keys(terminationReason), null], example: null })
  terminationReason: string | null;
  @ApiProperty({ description: 'Yearly fee in fen (签约服务费, 分)', type: 'integer', example: 12000 }) feeFen: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) householdAgreementId: string | null;
  @ApiProperty({ enum: ['ACTIVE', 'NOT_STARTED', 'EXPIRED', 'TERMINATED'], example: 'ACTIVE' }) state: string;
  @ApiProperty({ description: 'County profile it was judged by (县域配置版本)', example: 'changle-2026.1' })
  profileVersion: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['terminate'] }) allowedActions: string[];
}

export class ContractPageDto {
  @ApiProperty({ type: [ContractDto] }) items: ContractDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
