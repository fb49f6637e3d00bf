import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsId, IsMonth, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import type { ResultState } from './domain/result.ts';

const resultId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b01';
const schemeId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const states: readonly ResultState[] = ['PUBLISHED', 'FROZEN'];

export class PublishResultDto extends CommandBody {
  @ApiProperty({ description: 'Month that is assessed (考核月份)', example: '2026-05' })
  @IsMonth()
  period: string;

  @ApiProperty({ description: 'Version of the scheme (方案版本)', format: 'uuid', example: schemeId })
  @IsId()
  schemeId: string;
}

export class FreezeResultDto extends CommandBody {}

export class ReopenResultDto extends CommandBody {}

export class FindResultsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Month (考核月份)', example: '2026-05' })
  @IsOptional()
  @IsMonth()
  period?: string;

  @ApiPropertyOptional({ description: 'State (状态)', enum: states })
  @IsOptional()
  @IsIn(states)
  state?: ResultState;
}

export class ResultHeadDto {
  @ApiProperty({ format: 'uuid', example: resultId }) resultId: string;
  @ApiProperty({ description: 'Month (考核月份)', example: '2026-05' }) period: string;
  @ApiProperty({ format: 'uuid', example: schemeId }) schemeId: string;
  @ApiProperty({ description: '1 for the first of a period (结果版本)', type: 'integer', example: 1 }) resultVersion: number;
  @ApiProperty({
    description: 'The version that this one follows (更正的版本)',
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
  })
  supersedesResultId: string | null;
  @ApiProperty({
    description: 'The version that took its place (后续版本)',
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
  })
  supersededByResultId: string | null;
  @ApiProperty({ description: 'Money uses FROZEN only (状态)', enum: states, example: 'PUBLISHED' }) state: string;
  @ApiProperty({ description: 'Whether periods of this kind decide money here (是否与资金挂钩)', example: true })
  decidesMoney: boolean;
  @ApiProperty({ description: 'Institutions scored (机构数)', type: 'integer', example: 14 }) institutionCount: number;
  @ApiProperty({ description: 'County profile it was judged by (县域配置版本)', example: 'changle@2026.1' })
  profileVersion: string;
  @ApiProperty({
    description: 'SHA-256 of scores and indicators in canonical JSON, lines by code (摘要)',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  digest: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-01T09:30:00.000+08:00' }) publishedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) frozenAt: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['freeze'] }) allowedActions: string[];
}

export class ResultPageDto {
  @ApiProperty({ type: [ResultHeadDto] }) items: ResultHeadDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
