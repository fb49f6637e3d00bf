import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { terminationReason } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsId, IsInstant, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { ContractDto } from '../contract.dto.ts';
import type { TerminationReason } from './domain/contract.ts';

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

export class ContractPageDto {
  @ApiProperty({ type: [ContractDto] }) items: ContractDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
