import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { bookingCause, insuranceType, reversalCause, visitKind, withdrawalReason } from '@yigongti/events';
import { IsCode, IsId, IsInstant, IsMonth, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { ExplanationStepDto } from '../explanation.dto.ts';
import type { WithdrawalReason } from './domain/reversal.ts';

const insurances = Object.keys(insuranceType);
const kinds = Object.keys(visitKind);
const causes = Object.keys(bookingCause);
const withdrawalReasons = Object.keys(withdrawalReason);
const claimStates = ['VALIDATED', 'SCORED', 'SPECIAL_REVIEW', 'MONTH_SETTLED', 'CLEARED', 'REVERSED'];
const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';

export class ReverseClaimDto {
  @ApiProperty({
    description: "Why; AUDIT is the insurance bureau's (撤销理由)",
    enum: withdrawalReasons,
    example: 'SENT_IN_ERROR',
  })
  @IsIn(withdrawalReasons)
  reasonCode: WithdrawalReason;

  @ApiProperty({ description: 'When it was decided (发生时间)', format: 'date-time', example: '2026-07-09T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindClaimsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Institution (机构编码)' }) @IsOptional() @IsCode() institutionCode?: string;
  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' }) @IsOptional() @IsId() residentId?: string;
  @ApiPropertyOptional({ description: 'Month of clearing (结算月份)', example: '2026-06' })
  @IsOptional()
  @IsMonth()
  month?: string;
  @ApiPropertyOptional({ description: 'Insurance (险种)', enum: insurances })
  @IsOptional()
  @IsIn(insurances)
  insuranceType?: string;
  @ApiPropertyOptional({ description: 'Kind of visit (医疗类别)', enum: kinds }) @IsOptional() @IsIn(kinds) visitKind?: string;
}

export class ClaimDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1f01' }) claimId: string;
  @ApiProperty({ example: 'H37072500101' }) institutionCode: string;
  @ApiProperty({ example: 'QD202606080007' }) listNo: string;
  @ApiProperty({ type: 'integer', example: 1 }) listVersion: number;
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ enum: insurances, example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ enum: kinds, example: 'INPATIENT' }) visitKind: string;
  @ApiProperty({ format: 'date', example: '2026-06-03' }) admittedOn: string;
  @ApiProperty({ format: 'date', example: '2026-06-08' }) dischargedOn: string;
  @ApiProperty({ type: String, nullable: true, example: '1' }) dischargeWay: string | null;
  @ApiProperty({ example: 'J18.900' }) diagnosisCode: string;
  @ApiProperty({ type: String, nullable: true, example: null }) operationCode: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'T01-2026-000017' }) referralNo: string | null;
  @ApiProperty({ description: 'Month it is booked and cleared in (结算月份)', example: '2026-06' }) month: string;
  @ApiProperty({ description: 'Month of the discharge (发生月份)', example: '2026-06' }) careMonth: string;
  @ApiProperty({ description: 'Why it is booked there (入账原因)', enum: causes, example: 'ON_TIME' }) cause: string;
  @ApiProperty({ description: 'Version before it (被更正清单)', type: String, format: 'uuid', nullable: true, example: null })
  replacesClaimId: string | null;
  @ApiProperty({ description: 'Version after it (更正后清单)', type: String, format: 'uuid', nullable: true, example: null })
  replacedByClaimId: string | null;
  @ApiProperty({ description: 'Version of the policy that paid it (支付政策)', format: 'uuid' }) policyId: string;
  @ApiProperty({ type: 'integer', example: 520000 }) totalFen: number;
  @ApiProperty({ type: 'integer', example: 10000 }) ownPayFen: number;
  @ApiProperty({ type: 'integer', example: 5000 }) overLimitFen: number;
  @ApiProperty({ description: 'As settled (先行自付, 分)', type: 'integer', example: 5000 }) preSelfPayFen: number;
  @ApiProperty({ description: 'As settled (政策范围内, 分)', type: 'integer', example: 500000 }) inScopeFen: number;
  @ApiProperty({ description: 'Deductible charged (起付线, 分)', type: 'integer', example: 40000 }) deductibleFen: number;
  @ApiProperty({ description: 'Paid by the basic fund (统筹支付, 分)', type: 'integer', example: 345000 }) fundPaidFen: number;
  @ApiProperty({ description: 'Borne by the patient (个人负担, 分)', type: 'integer', example: 175000 }) personalFen: number;
  @ApiProperty({ description: 'Whether the named referral counted (转诊待遇)', example: true }) referralApplied: boolean;
  @ApiProperty({ description: 'Whether a contract raised the ratio (签约待遇)', example: false }) contractApplied: boolean;
  @ApiProperty({ description: 'DIP group (病种)', type: String, nullable: true, example: 'J18.9' }) groupCode: string | null;
  @ApiProperty({ description: 'Points of the case (病例分值)', example: '425.6418' }) points: string;
  @ApiProperty({ enum: claimStates, example: 'SCORED' }) state: string;
  @ApiProperty({ description: 'Run that cleared it (清算批次)', type: String, format: 'uuid', nullable: true, example: null })
  clearedByRunId: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['reverse'] }) allowedActions: string[];
}

/** A claim, or its reversal, as it counts in a month. */
export class BookingDto {
  @ApiProperty({ enum: ['ORIGINAL', 'REVERSAL'], example: 'ORIGINAL' }) kind: string;
  @ApiProperty({ description: 'Why (入账原因)', enum: [...causes, ...Object.keys(reversalCause)], example: 'ON_TIME' })
  cause: string;
  @ApiProperty({ description: 'Month it is booked in (入账月份)', example: '2026-06' }) month: string;
  @ApiProperty({ description: 'Month of the discharge (发生月份)', example: '2026-06' }) careMonth: string;
  @ApiProperty({ description: 'Run that counted it (清算批次)', type: String, format: 'uuid', nullable: true, example: null })
  runId: string | null;
  @ApiProperty({ example: '425.6418' }) points: string;
  @ApiProperty({ type: 'integer', example: 520000 }) totalFen: number;
  @ApiProperty({ type: 'integer', example: 10000 }) ownPayFen: number;
  @ApiProperty({ type: 'integer', example: 5000 }) overLimitFen: number;
  @ApiProperty({ type: 'integer', example: 5000 }) preSelfPayFen: number;
  @ApiProperty({ type: 'integer', example: 500000 }) inScopeFen: number;
  @ApiProperty({ type: 'integer', example: 40000 }) deductibleFen: number;
  @ApiProperty({ type: 'integer', example: 345000 }) fundPaidFen: number;
  @ApiProperty({ type: 'integer', example: 175000 }) personalFen: number;
}

export class ExplainedClaimDto extends ClaimDto {
  @ApiProperty({ description: 'Where it counts; a reversal turns every sign (入账明细)', type: [BookingDto] })
  bookings: BookingDto[];
  @ApiProperty({ description: 'How its figures were made, step by step (计算过程)', type: [ExplanationStepDto] })
  explanation: ExplanationStepDto[];
}

export class ClaimPageDto {
  @ApiProperty({ type: [ClaimDto] }) items: ClaimDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
