import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { insuranceType, visitKind } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsDiagnosisCode, IsFen, IsId, IsInstant, IsSourceNumber } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { DischargeWay } from '../claim/index.ts';

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
