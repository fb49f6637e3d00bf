import { ApiProperty } from '@nestjs/swagger';
import { ResultHeadDto } from './result.dto.ts';

export class ExplanationStepDto {
  @ApiProperty({ example: 'assessment.score.points' }) rule: string;
  @ApiProperty({ example: '指标得分' }) titleZh: string;
  @ApiProperty({ example: 'Points of an indicator' }) titleEn: string;
  @ApiProperty({
    description: 'What went in (输入)',
    type: 'object',
    additionalProperties: true,
    example: { indicatorCode: 'CON-COV', numerator: '52', denominator: '120', weight: '60', spreadWeight: '60', target: '0.5' },
  })
  inputs: Record<string, unknown>;
  @ApiProperty({ description: 'What came out (结果)', type: String, nullable: true, example: '52' }) value: unknown;
  @ApiProperty({ description: 'What decided, with its version (依据)', example: 'scheme CHANGLE-MONTH@1' }) basis: string;
}

export class InstitutionScoreDto {
  @ApiProperty({ description: 'Institution (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'Score, as a decimal string (得分)', example: '86.67' }) score: string;
  @ApiProperty({ description: 'What money is multiplied by (挂钩系数)', example: '0.963' }) coefficient: string;
  @ApiProperty({ description: 'Whether things must be put right (限期整改)', example: false }) rectification: boolean;
  @ApiProperty({
    description: 'Indicators without a denominator or that do not apply; their weight went to the others (未计入指标)',
    type: [String],
    example: ['REF-RATIO'],
  })
  excludedCodes: string[];
  @ApiProperty({ description: 'From the figures to the coefficient (计算过程)', type: [ExplanationStepDto] })
  steps: ExplanationStepDto[];
}

export class ResultIndicatorDto {
  @ApiProperty({ description: 'Indicator (指标编码)', example: 'CON-COV' }) code: string;
  @ApiProperty({ description: 'Institution; the health bureau stands for the county (机构编码)', example: 'H37072500021' })
  institutionCode: string;
  @ApiProperty({ description: 'Decimal string (分子)', example: '52' }) numerator: string;
  @ApiProperty({ description: 'Decimal string (分母)', example: '120' }) denominator: string;
  @ApiProperty({ description: 'Numerator ÷ denominator (指标值)', type: String, nullable: true, example: '0.433333333333' })
  value: string | null;
}

export class ClearingDto {
  @ApiProperty({ description: 'Run of settlement (清算批次)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d01' })
  runId: string;
  @ApiProperty({ description: 'Fund pool (基金池)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d02' })
  poolId: string;
  @ApiProperty({ description: 'Month cleared (结算月份)', example: '2026-05' }) month: string;
}

export class FractionDto {
  @ApiProperty({ description: 'Decimal string (分子)', example: '52' }) numerator: string;
  @ApiProperty({ description: 'Decimal string (分母)', example: '120' }) denominator: string;
}

export class ResultCorrectionDto {
  @ApiProperty({ description: 'By which appeal (申诉)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1c01' })
  appealId: string;
  @ApiProperty({ description: 'Indicator (指标编码)', example: 'CON-COV' }) code: string;
  @ApiProperty({ description: 'Institution (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'In the version before (更正前)', type: FractionDto }) before: FractionDto;
  @ApiProperty({ description: 'In this version (更正后)', type: FractionDto }) after: FractionDto;
}

/** Lines only of institutions that the caller may see. */
export class ResultDto extends ResultHeadDto {
  @ApiProperty({ description: 'By institution (得分)', type: [InstitutionScoreDto] }) scores: InstitutionScoreDto[];
  @ApiProperty({ description: 'By indicator and institution (指标值)', type: [ResultIndicatorDto] })
  indicators: ResultIndicatorDto[];
  @ApiProperty({
    description: 'What differs from the version before, and by which appeal (更正)',
    type: [ResultCorrectionDto],
    example: [],
  })
  corrections: ResultCorrectionDto[];
  @ApiProperty({ description: "Months' clearings that used it (据此清算的批次)", type: [ClearingDto], example: [] })
  clearings: ClearingDto[];
}
