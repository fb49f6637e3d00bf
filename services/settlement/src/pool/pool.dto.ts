import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { insuranceType } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsId, IsInstant, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ExplanationStepDto } from '../explanation.dto.ts';

const insurances = Object.keys(insuranceType);

export class OpenPoolDto {
  @ApiProperty({ description: 'Consortium (医共体)', example: 'H37072500010' })
  @IsCode()
  consortiumCode: string;

  @ApiProperty({ description: 'Insurance (险种)', enum: insurances, example: 'RESIDENT' })
  @IsIn(insurances)
  insuranceType: 'RESIDENT' | 'EMPLOYEE';

  @ApiProperty({ description: 'Year (年度)', type: 'integer', example: 2026 })
  @IsInt()
  @Min(2000)
  @Max(2999)
  year: number;

  @ApiProperty({
    description: 'Policy that makes the budget (支付政策)',
    format: 'uuid',
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d01',
  })
  @IsId()
  policyId: string;

  @ApiPropertyOptional({
    description: 'Day on which the insured are counted; 1 January when absent (参保人数统计日)',
    format: 'date',
    example: '2026-01-01',
  })
  @IsOptional()
  @IsBusinessDate()
  countedOn?: string;

  @ApiProperty({ description: 'When it was decided (发生时间)', format: 'date-time', example: '2026-01-05T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindPoolsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Consortium (医共体)' })
  @IsOptional()
  @IsCode()
  consortiumCode?: string;

  @ApiPropertyOptional({ description: 'Insurance (险种)', enum: insurances })
  @IsOptional()
  @IsIn(insurances)
  insuranceType?: string;

  @ApiPropertyOptional({ description: 'Year (年度)', type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}

export class PoolMonthDto {
  @ApiProperty({ example: '2026-01' }) month: string;
  @ApiProperty({ description: 'Fund of the month (当月基金, 分)', type: 'integer', example: 848750000 }) fundFen: number;
}

export class PoolDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01' }) poolId: string;
  @ApiProperty({ example: 'H37072500010' }) consortiumCode: string;
  @ApiProperty({ enum: insurances, example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d01' }) policyId: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) countedOn: string;
  @ApiProperty({ description: 'Insured persons (参保人数)', type: 'integer', example: 98000 }) insuredCount: number;
  @ApiProperty({ description: 'Funding (筹资总额, 分)', type: 'integer', example: 10780000000 }) fundingFen: number;
  @ApiProperty({ description: 'Big-illness premium (大病保险资金, 分)', type: 'integer', example: 882000000 })
  bigIllnessPremiumFen: number;
  @ApiProperty({ description: 'Budget (基金预算, 分)', type: 'integer', example: 9898000000 }) budgetFen: number;
  @ApiProperty({ description: 'Risk reserve (风险金, 分)', type: 'integer', example: 296940000 }) riskReserveFen: number;
  @ApiProperty({ description: 'Adjustment reserve (调剂金, 分)', type: 'integer', example: 494900000 })
  adjustmentReserveFen: number;
  @ApiProperty({ description: 'Outside the package (打包外项目, 分)', type: 'integer', example: 0 }) carveOutFen: number;
  @ApiProperty({ description: 'Package of the year (打包总额, 分)', type: 'integer', example: 9106160000 }) packageFen: number;
  @ApiProperty({ description: 'The plan by month; its sum is the package (分月计划)', type: [PoolMonthDto] })
  months: PoolMonthDto[];
  @ApiProperty({ description: 'How the package was made, step by step (计算过程)', type: [ExplanationStepDto] })
  explanation: ExplanationStepDto[];
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['clear-month'] }) allowedActions: string[];
}

export class PoolPageDto {
  @ApiProperty({ type: [PoolDto] }) items: PoolDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
