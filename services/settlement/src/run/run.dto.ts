import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { bookingCause, reversalCause } from '@yigongti/events';
import { IsId, IsInstant, IsMonth, PageQuery } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';
import { ExplanationStepDto } from '../explanation.dto.ts';

const causes = [...Object.keys(bookingCause), ...Object.keys(reversalCause)];
const poolId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01';

export class ClearMonthDto {
  @ApiProperty({ description: 'Pool (基金池)', format: 'uuid', example: poolId }) @IsId() poolId: string;
  @ApiProperty({ description: 'Month (结算月份)', example: '2026-06' }) @IsMonth() month: string;

  @ApiPropertyOptional({ description: 'Frozen result to use; the newest of the month when absent (考核结果)', format: 'uuid' })
  @IsOptional()
  @IsId()
  assessmentResultId?: string;

  @ApiProperty({ description: 'When it was ordered (发生时间)', format: 'date-time', example: '2026-07-05T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindRunsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Pool (基金池)', format: 'uuid' }) @IsOptional() @IsId() poolId?: string;
  @ApiPropertyOptional({ description: 'Month (结算月份)', example: '2026-06' }) @IsOptional() @IsMonth() month?: string;
}

export class RunDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d2001' }) runId: string;
  @ApiProperty({ format: 'uuid', example: poolId }) poolId: string;
  @ApiProperty({ example: 'H37072500010' }) consortiumCode: string;
  @ApiProperty({ example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ example: '2026-06' }) month: string;
  @ApiProperty({ format: 'uuid' }) policyId: string;
  @ApiProperty({ description: 'The frozen result used (考核结果)', format: 'uuid' }) assessmentResultId: string;
  @ApiProperty({ description: 'Lists and reversals with points (清单与冲销数)', type: 'integer', example: 3 }) claimCount: number;
  @ApiProperty({ description: 'Points of all of them (总分值)', example: '1000' }) points: string;
  @ApiProperty({ description: 'Fund of the month (当月基金, 分)', type: 'integer', example: 100000 }) fundFen: number;
  @ApiProperty({ description: 'Given to the institutions (分配金额, 分)', type: 'integer', example: 97600 }) allocatedFen: number;
  @ApiProperty({ description: 'Kept back by the assessment (考核扣留, 分)', type: 'integer', example: 2400 }) withheldFen: number;
  @ApiProperty({ description: 'SHA-256 of inputs and lines (摘要)' }) digest: string;
  @ApiProperty({ format: 'date', example: '2026-07-05' }) clearedOn: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class RunPageDto {
  @ApiProperty({ type: [RunDto] }) items: RunDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

export class StatementDto {
  @ApiProperty({ example: 'H37072500101' }) institutionCode: string;
  @ApiProperty({ description: 'Lists and reversals (清单与冲销数)', type: 'integer', example: 2 }) claimCount: number;
  @ApiProperty({ description: 'Booked; reversals with their sign (入账分值)', example: '600' }) bookedPoints: string;
  @ApiProperty({ description: 'What of it takes a share: never below zero (分值)', example: '600' }) points: string;
  @ApiProperty({ description: 'Share by points, largest remainder (按分值分配, 分)', type: 'integer', example: 60000 })
  shareFen: number;
  @ApiProperty({ description: 'Frozen score; null where it has none (考核得分)', type: String, nullable: true, example: '86.40' })
  score: string | null;
  @ApiProperty({ description: 'Of the frozen score; 1 without (考核系数)', example: '0.96' }) coefficient: string;
  @ApiProperty({ description: 'Share × coefficient, half up (应付金额, 分)', type: 'integer', example: 57600 }) fen: number;
  @ApiProperty({ description: 'Share − amount (考核扣留, 分)', type: 'integer', example: 2400 }) withheldFen: number;
}

export class StatementPageDto {
  @ApiProperty({ type: [StatementDto] }) items: StatementDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

/** A list, or the reversal of one, as it counts in a statement. */
export class CountedBookingDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1f01' }) claimId: string;
  @ApiProperty({ enum: ['ORIGINAL', 'REVERSAL'], example: 'ORIGINAL' }) kind: string;
  @ApiProperty({ description: 'Why it is booked in this month (入账原因)', enum: causes, example: 'ON_TIME' }) cause: string;
  @ApiProperty({ example: 'QD202606080007' }) listNo: string;
  @ApiProperty({ type: 'integer', example: 1 }) listVersion: number;
  @ApiProperty({ description: 'Month of the discharge (发生月份)', example: '2026-06' }) careMonth: string;
  @ApiProperty({ description: 'With its sign (分值)', example: '425.6418' }) points: string;
  @ApiProperty({ type: 'integer', example: 520000 }) totalFen: number;
  @ApiProperty({ type: 'integer', example: 345000 }) fundPaidFen: number;
}

export class CountedBookingPageDto {
  @ApiProperty({ type: [CountedBookingDto] }) items: CountedBookingDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

export class ExplainedStatementDto extends StatementDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d2001' }) runId: string;
  @ApiProperty({ example: '2026-06' }) month: string;
  @ApiProperty({ format: 'uuid' }) policyId: string;
  @ApiProperty({ format: 'uuid' }) assessmentResultId: string;
  @ApiProperty({ description: 'How the amount was made, step by step (计算过程)', type: [ExplanationStepDto] })
  explanation: ExplanationStepDto[];
}
