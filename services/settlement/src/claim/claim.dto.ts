import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { insuranceType, visitKind } from '@yigongti/events';
import {
  IsBusinessDate,
  IsCode,
  IsDiagnosisCode,
  IsFen,
  IsId,
  IsInstant,
  IsMonth,
  IsSourceNumber,
  PageQuery,
} from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ExplanationStepDto } from '../explanation.dto.ts';
import type { DischargeWay } from './domain/settlement-list.ts';

const insurances = Object.keys(insuranceType);
const kinds = Object.keys(visitKind);
const dischargeWays = ['1', '2', '3', '4', '5', '9'];
const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
/** Ten billion yuan: sums of parts still fit a JSON integer. */
const amountFenMax = 1_000_000_000_000;

export class ChargeItemDto {
  @ApiProperty({ description: 'Charge item (收费项目)', example: '01' }) @IsCode() code: string;
  @ApiProperty({ description: 'Amount (金额, 分)', type: 'integer', example: 120000 }) @IsFen() @Max(amountFenMax) fen: number;
}

/** One line of `claims/import`. */
export class ListLineDto {
  @ApiProperty({ description: 'Who gave the care (定点机构)', example: 'H37072500101' }) @IsCode() institutionCode: string;
  @ApiProperty({ description: 'Number of the list there (清单流水号)', example: 'QD202606080007' })
  @IsSourceNumber()
  listNo: string;

  @ApiProperty({ description: 'Version of its content, from 1 (清单版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  listVersion: number;

  @ApiProperty({ description: 'Insured resident (参保人)', format: 'uuid', example: residentId }) @IsId() residentId: string;

  @ApiProperty({ description: 'Insurance (险种)', enum: insurances, example: 'RESIDENT' })
  @IsIn(insurances)
  insuranceType: 'RESIDENT' | 'EMPLOYEE';

  @ApiProperty({ description: 'Kind of visit (医疗类别)', enum: kinds, example: 'INPATIENT' })
  @IsIn(kinds)
  visitKind: 'INPATIENT' | 'OUTPATIENT';

  @ApiProperty({ description: 'Admission, or the visit (入院日期)', format: 'date', example: '2026-06-03' })
  @IsBusinessDate()
  admittedOn: string;
  @ApiProperty({ description: 'Discharge, or the visit (出院日期)', format: 'date', example: '2026-06-08' })
  @IsBusinessDate()
  dischargedOn: string;

  @ApiPropertyOptional({
    description: '1 ordered, 2 transfer, 3 to community or township, 4 against advice, 5 death, 9 other (离院方式)',
    type: String,
    enum: [...dischargeWays, null],
    nullable: true,
    example: '1',
  })
  @IsOptional()
  @IsIn(dischargeWays)
  dischargeWay?: DischargeWay | null;

  @ApiProperty({ description: 'Main diagnosis, ICD-10 (主要诊断)', example: 'J18.900' }) @IsDiagnosisCode() diagnosisCode: string;

  @ApiPropertyOptional({ description: 'Main operation, ICD-9-CM-3 (主要手术)', type: String, nullable: true, example: null })
  @IsOptional()
  @IsCode()
  operationCode?: string | null;

  @ApiProperty({ description: 'Total (总费用, 分)', type: 'integer', minimum: 1, example: 520000 })
  @IsFen()
  @Min(1)
  @Max(amountFenMax)
  totalFen: number;

  @ApiProperty({ description: 'Wholly own pay (全自费, 分)', type: 'integer', example: 10000 })
  @IsFen()
  @Max(amountFenMax)
  ownPayFen: number;

  @ApiProperty({ description: 'Above price limits (超限价自付, 分)', type: 'integer', example: 5000 })
  @IsFen()
  @Max(amountFenMax)
  overLimitFen: number;

  @ApiProperty({ description: 'Borne first (先行自付, 分)', type: 'integer', example: 5000 })
  @IsFen()
  @Max(amountFenMax)
  preSelfPayFen: number;

  @ApiProperty({ description: 'Inside the policy scope (政策范围内, 分)', type: 'integer', example: 500000 })
  @IsFen()
  @Max(amountFenMax)
  inScopeFen: number;

  @ApiPropertyOptional({ description: 'Charge items; their sum is the total (费用明细)', type: [ChargeItemDto], nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ChargeItemDto)
  items?: ChargeItemDto[] | null;

  @ApiPropertyOptional({
    description: 'Referral that the stay came by (转诊单号)',
    type: String,
    nullable: true,
    example: 'T01-2026-000017',
  })
  @IsOptional()
  @IsSourceNumber()
  referralNo?: string | null;

  @ApiProperty({ description: 'When the list was made (发生时间)', format: 'date-time', example: '2026-06-08T15:00:00+08:00' })
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
  @ApiProperty({ description: 'Month it is cleared in (结算月份)', example: '2026-06' }) month: string;
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
  @ApiProperty({ enum: ['VALIDATED', 'SCORED', 'SPECIAL_REVIEW', 'MONTH_SETTLED'], example: 'SCORED' }) state: string;
  @ApiProperty({ description: 'Run that cleared it (清算批次)', type: String, format: 'uuid', nullable: true, example: null })
  clearedByRunId: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class ExplainedClaimDto extends ClaimDto {
  @ApiProperty({ description: 'How its figures were made, step by step (计算过程)', type: [ExplanationStepDto] })
  explanation: ExplanationStepDto[];
}

export class ClaimPageDto {
  @ApiProperty({ type: [ClaimDto] }) items: ClaimDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
