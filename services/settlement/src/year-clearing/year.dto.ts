import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { yearAssessment } from '@yigongti/events';
import { IsId, IsInstant, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ExplanationStepDto } from '../explanation.dto.ts';

const poolId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01';
const yearClearingId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d2101';
const runId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d2001';

export class ClearYearDto {
  @ApiProperty({ description: 'Pool (基金池)', format: 'uuid', example: poolId }) @IsId() poolId: string;

  @ApiPropertyOptional({
    description: 'Frozen result of the year to use, where one decides; the newest when absent (年度考核结果)',
    format: 'uuid',
  })
  @IsOptional()
  @IsId()
  assessmentResultId?: string;

  @ApiProperty({ description: 'When it was ordered (发生时间)', format: 'date-time', example: '2027-01-20T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindYearsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Pool (基金池)', format: 'uuid' }) @IsOptional() @IsId() poolId?: string;
  @ApiPropertyOptional({ description: 'Year (年度)', type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}

export class YearDto {
  @ApiProperty({ format: 'uuid', example: yearClearingId }) yearClearingId: string;
  @ApiProperty({ format: 'uuid', example: poolId }) poolId: string;
  @ApiProperty({ example: 'H37072500010' }) consortiumCode: string;
  @ApiProperty({ example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ format: 'uuid' }) policyId: string;
  @ApiProperty({
    description: 'What the coefficients rest on (考核依据)',
    enum: Object.keys(yearAssessment),
    example: 'MONTH_RESULTS',
  })
  assessedBy: string;
  @ApiProperty({ description: 'Where it decides (年度考核结果)', type: String, format: 'uuid', nullable: true, example: null })
  assessmentResultId: string | null;
  @ApiProperty({ description: 'Months with a clearing (已清算月数)', type: 'integer', example: 12 }) monthsCleared: number;
  @ApiProperty({ description: 'Lists and reversals with points (清单与冲销数)', type: 'integer', example: 3 })
  bookingCount: number;
  @ApiProperty({ description: 'Points of all of them (总分值)', example: '1000' }) points: string;
  @ApiProperty({ description: 'Package of the year (打包总额, 分)', type: 'integer', example: 1200000 }) fundFen: number;
  @ApiProperty({ description: 'Due by points and assessment (应付金额, 分)', type: 'integer', example: 1171200 }) dueFen: number;
  @ApiProperty({ description: 'Kept back by the assessment (考核扣留, 分)', type: 'integer', example: 28800 })
  withheldFen: number;
  @ApiProperty({ description: 'Paid by the months (各月已付, 分)', type: 'integer', example: 1150000 }) paidFen: number;
  @ApiProperty({ description: 'Withheld in the months (各月扣留, 分)', type: 'integer', example: 50000 })
  monthWithheldFen: number;
  @ApiProperty({ description: 'Due − paid; below zero it is recovered (清算金额, 分)', type: 'integer', example: 21200 })
  clearingFen: number;
  @ApiProperty({ description: 'SHA-256 of inputs and lines (摘要)' }) digest: string;
  @ApiProperty({ format: 'date', example: '2027-01-20' }) clearedOn: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class YearPageDto {
  @ApiProperty({ type: [YearDto] }) items: YearDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

export class YearStatementDto {
  @ApiProperty({ example: 'H37072500101' }) institutionCode: string;
  @ApiProperty({ description: 'Lists and reversals (清单与冲销数)', type: 'integer', example: 2 }) bookingCount: number;
  @ApiProperty({ description: 'Booked; reversals with their sign (入账分值)', example: '600' }) bookedPoints: string;
  @ApiProperty({ description: 'What of it takes a share: never below zero (分值)', example: '600' }) points: string;
  @ApiProperty({ description: 'Share by points, largest remainder (按分值分配, 分)', type: 'integer', example: 720000 })
  shareFen: number;
  @ApiProperty({ description: 'Frozen score of the year (考核得分)', type: String, nullable: true, example: null })
  score: string | null;
  @ApiProperty({ description: 'Of the assessment; 1 without (考核系数)', example: '0.96' }) coefficient: string;
  @ApiProperty({ description: 'Share × coefficient, half up (应付金额, 分)', type: 'integer', example: 691200 }) dueFen: number;
  @ApiProperty({ description: 'Share − due (考核扣留, 分)', type: 'integer', example: 28800 }) withheldFen: number;
  @ApiProperty({ description: 'Shared out by the months (各月分配, 分)', type: 'integer', example: 720000 })
  monthShareFen: number;
  @ApiProperty({ description: 'Paid by the months (各月已付, 分)', type: 'integer', example: 700000 }) paidFen: number;
  @ApiProperty({ description: 'Withheld in the months (各月扣留, 分)', type: 'integer', example: 20000 })
  monthWithheldFen: number;
  @ApiProperty({ description: 'Due − paid; below zero it is recovered (清算金额, 分)', type: 'integer', example: -8800 })
  clearingFen: number;
}

export class YearStatementPageDto {
  @ApiProperty({ type: [YearStatementDto] }) items: YearStatementDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

/** What the clearing of a month made of the institution; opens further by its run. */
export class StatementMonthDto {
  @ApiProperty({ example: '2026-06' }) month: string;
  @ApiProperty({ format: 'uuid', example: runId }) runId: string;
  @ApiProperty({ example: '50' }) points: string;
  @ApiProperty({ type: 'integer', example: 60000 }) shareFen: number;
  @ApiProperty({ example: '0.96' }) coefficient: string;
  @ApiProperty({ type: 'integer', example: 57600 }) fen: number;
  @ApiProperty({ type: 'integer', example: 2400 }) withheldFen: number;
}

export class ExplainedYearStatementDto extends YearStatementDto {
  @ApiProperty({ format: 'uuid', example: yearClearingId }) yearClearingId: string;
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ format: 'uuid' }) policyId: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) assessmentResultId: string | null;
  @ApiProperty({ description: 'How the amount was made, step by step (计算过程)', type: [ExplanationStepDto] })
  explanation: ExplanationStepDto[];
  @ApiProperty({ description: 'The months that paid it (各月)', type: [StatementMonthDto] }) months: StatementMonthDto[];
}
