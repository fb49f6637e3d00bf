import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { settlementLevel, visitKind } from '@yigongti/events';
import type { SettlementLevel } from '@yigongti/kernel';
import { IsCode, IsDecimalText, IsFen } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const levels = Object.keys(settlementLevel);
const kinds = Object.keys(visitKind);
/** A million yuan a person: with ten million insured the year's sum still fits a JSON integer. */
const perPersonFenMax = 100_000_000;
/** Ten billion yuan. */
const amountFenMax = 1_000_000_000_000;

export class FundingSourceDto {
  @ApiProperty({ description: 'Who pays it (筹资来源)', example: 'PERSONAL' }) @IsCode() code: string;
  @ApiProperty({ description: 'Fen a person and year (每人每年, 分)', type: 'integer', example: 40000 })
  @IsFen()
  @Max(perPersonFenMax)
  perPersonFen: number;
}

export class CarveOutDto {
  @ApiProperty({ description: 'What it is for (打包外项目)', example: 'CHRONIC_OUTPATIENT' }) @IsCode() code: string;
  @ApiProperty({ description: 'Fen of the year (分)', type: 'integer', example: 500000000 })
  @IsFen()
  @Max(amountFenMax)
  fen: number;
}

export class FundTermsDto {
  @ApiProperty({ description: 'Funding per person by source (筹资标准)', type: [FundingSourceDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => FundingSourceDto)
  sources: FundingSourceDto[];

  @ApiProperty({ description: 'Sum of the sources, checked (合计)', type: 'integer', example: 40000 })
  @IsFen()
  @Max(perPersonFenMax)
  perPersonFen: number;

  @ApiProperty({ description: 'Big-illness premium per person (大病保险资金)', type: 'integer', example: 9000 })
  @IsFen()
  @Max(perPersonFenMax)
  bigIllnessPremiumFen: number;

  @ApiProperty({ description: 'Share held back (风险金比例)', example: '0.03' }) @IsDecimalText() riskReserveRatio: string;
  @ApiProperty({ description: 'Share held back (调剂金比例)', example: '0.05' }) @IsDecimalText() adjustmentReserveRatio: string;

  @ApiProperty({ description: 'Fixed amounts outside the package (打包外项目)', type: [CarveOutDto] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CarveOutDto)
  carveOuts: CarveOutDto[];
}

export class BenefitRowDto {
  @ApiProperty({ enum: levels, example: 'TOWNSHIP' }) @IsIn(levels) level: SettlementLevel;
  @ApiProperty({ description: 'Deductible (起付线, 分)', type: 'integer', example: 20000 })
  @IsFen()
  @Max(amountFenMax)
  deductibleFen: number;
  @ApiProperty({ description: 'Share of the rest that the fund pays (支付比例)', example: '0.90' })
  @IsDecimalText()
  ratio: string;
}

class VisitScopeDto {
  @ApiProperty({ enum: levels, isArray: true, example: ['LEVEL_2', 'LEVEL_3'] })
  @IsArray()
  @ArrayUnique()
  @IsIn(levels, { each: true })
  levels: SettlementLevel[];

  @ApiProperty({ enum: kinds, isArray: true, example: ['INPATIENT'] })
  @IsArray()
  @ArrayUnique()
  @IsIn(kinds, { each: true })
  visitKinds: ('INPATIENT' | 'OUTPATIENT')[];
}

const modes = ['RATIO_POINTS', 'SEPARATE_ROW', 'PRE_SELF_PAY'];
const ofMode = (...wanted: string[]) => ValidateIf(({ mode }: ReferralPenaltyDto) => wanted.includes(mode));

export class ReferralPenaltyDto extends VisitScopeDto {
  @ApiProperty({
    description: 'Points off, a row of its own, or a share borne first (未转诊差别支付方式)',
    enum: modes,
    example: 'RATIO_POINTS',
  })
  @IsIn(modes)
  mode: 'RATIO_POINTS' | 'SEPARATE_ROW' | 'PRE_SELF_PAY';

  @ApiPropertyOptional({ description: 'RATIO_POINTS: off the ratio (降低的比例)', example: '0.10' })
  @ofMode('RATIO_POINTS')
  @IsDecimalText()
  points?: string;

  @ApiPropertyOptional({ description: 'SEPARATE_ROW: deductible (起付线, 分)', type: 'integer' })
  @ofMode('SEPARATE_ROW')
  @IsFen()
  @Max(amountFenMax)
  deductibleFen?: number;

  @ApiPropertyOptional({ description: 'SEPARATE_ROW: ratio (支付比例)' })
  @ofMode('SEPARATE_ROW')
  @IsDecimalText()
  ratio?: string;

  @ApiPropertyOptional({ description: 'PRE_SELF_PAY: share of the cost borne first (先行自付比例)' })
  @ofMode('PRE_SELF_PAY')
  @IsDecimalText()
  share?: string;
}

export class ContractBonusDto extends VisitScopeDto {
  @ApiProperty({ description: 'Added to the ratio (签约提高的比例)', example: '0.05' }) @IsDecimalText() points: string;
}

export class BenefitTermsDto {
  @ApiProperty({ description: 'Stays by level (住院待遇)', type: [BenefitRowDto] })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => BenefitRowDto)
  inpatient: BenefitRowDto[];

  @ApiProperty({ description: 'Visits by level (门诊待遇)', type: [BenefitRowDto] })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => BenefitRowDto)
  outpatient: BenefitRowDto[];

  @ApiProperty({ description: 'How deductibles count (起付线计算方式)', enum: ['PER_STAY', 'PER_YEAR'], example: 'PER_STAY' })
  @IsIn(['PER_STAY', 'PER_YEAR'])
  deductibleMode: 'PER_STAY' | 'PER_YEAR';

  @ApiProperty({ description: 'Whether they continue through linked stays (起付线连续计算)', example: true })
  @IsBoolean()
  deductibleContinues: boolean;

  @ApiProperty({ type: ReferralPenaltyDto })
  @ValidateNested()
  @Type(() => ReferralPenaltyDto)
  referralPenalty: ReferralPenaltyDto;
  @ApiProperty({ type: ContractBonusDto }) @ValidateNested() @Type(() => ContractBonusDto) contractBonus: ContractBonusDto;
  @ApiProperty({ description: 'Yearly cap of the basic fund (封顶线, 分)', type: 'integer', example: 8000000 })
  @IsFen()
  @Max(amountFenMax)
  annualCapFen: number;
}

export class InstitutionCoefficientDto {
  @ApiProperty({ enum: levels, example: 'LEVEL_2' }) @IsIn(levels) level: SettlementLevel;
  @ApiProperty({ description: 'Institution coefficient (机构系数)', example: '0.889' }) @IsDecimalText() coefficient: string;
}

export class DeviationTermsDto {
  @ApiProperty({ description: 'Low limit, cost / mean (低倍率)', example: '0.5' }) @IsDecimalText() low: string;
  @ApiProperty({ description: 'Whether the limit itself is low', example: false }) @IsBoolean() lowInclusive: boolean;
  @ApiProperty({ description: 'High limit (高倍率)', example: '2' }) @IsDecimalText() high: string;
  @ApiProperty({ description: 'Whether the limit itself is high', example: false }) @IsBoolean() highInclusive: boolean;
  @ApiProperty({ description: 'Above it experts decide (极高倍率)', example: '5' }) @IsDecimalText() extreme: string;
  @ApiProperty({ description: 'Whether the coefficient multiplies deviating scores', example: true })
  @IsBoolean()
  coefficientApplies: boolean;
}

export class PointTermsDto {
  @ApiProperty({ description: 'Catalogue of groups (病种目录)', example: 'DIP' }) @IsCode() catalogueCode: string;

  @ApiProperty({ description: 'Its version (目录版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  catalogueVersion: number;

  @ApiProperty({ type: [InstitutionCoefficientDto] })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => InstitutionCoefficientDto)
  coefficients: InstitutionCoefficientDto[];

  @ApiProperty({ type: DeviationTermsDto }) @ValidateNested() @Type(() => DeviationTermsDto) deviation: DeviationTermsDto;
  @ApiProperty({ description: 'Points of a stay without a group (未入组分值)', example: '50' })
  @IsDecimalText()
  ungroupedPoints: string;

  @ApiProperty({ description: 'Decimals of a score (分值小数位)', type: 'integer', example: 4 })
  @IsInt()
  @Min(0)
  @Max(8)
  decimalPlaces: number;
}
