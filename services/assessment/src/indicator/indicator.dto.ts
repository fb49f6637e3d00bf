import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsMonth } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';
import { indicatorCodes, indicators } from './domain/indicators.ts';

const coverage = indicators['CON-COV'];

export class BilingualTextDto {
  @ApiProperty({ example: coverage.name.zh }) zh: string;
  @ApiProperty({ example: coverage.name.en }) en: string;
}

export const recordKinds = ['REFERRAL', 'ENCOUNTER', 'RESIDENT', 'CLAIM', 'ENROLMENT'];

export class RecordKindsDto {
  @ApiProperty({ description: 'What the records behind the numerator are (分子记录)', enum: recordKinds, example: 'RESIDENT' })
  numerator: string;
  @ApiProperty({ description: 'What the records behind the denominator are (分母记录)', enum: recordKinds, example: 'RESIDENT' })
  denominator: string;
}

export class IndicatorDto {
  @ApiProperty({ description: 'Code (指标编码)', enum: indicatorCodes, example: 'CON-COV' }) code: string;
  @ApiProperty({ description: 'Edition of the set (指标集版本)', example: coverage.setVersion }) setVersion: string;
  @ApiProperty({ type: BilingualTextDto, example: coverage.name }) name: BilingualTextDto;
  @ApiProperty({ description: 'What is counted (分子)', type: BilingualTextDto, example: coverage.numerator })
  numerator: BilingualTextDto;
  @ApiProperty({ description: 'Out of what (分母)', type: BilingualTextDto, example: coverage.denominator })
  denominator: BilingualTextDto;
  @ApiProperty({ description: 'The same in signs (公式)', example: coverage.formula }) formula: string;
  @ApiProperty({ description: 'Plain quotient, or yuan per case (单位)', enum: ['RATIO', 'YUAN'], example: 'RATIO' })
  unit: string;
  @ApiProperty({ description: 'Whether more or less is better (导向)', enum: ['UP', 'DOWN'], example: 'UP' }) direction: string;
  @ApiProperty({ description: 'Whose fact it is (统计口径)', type: BilingualTextDto, example: coverage.scope })
  scope: BilingualTextDto;
  @ApiProperty({
    description: 'Levels of the units that it measures, besides the county as a whole (适用机构层级)',
    enum: ['COUNTY', 'TOWNSHIP'],
    isArray: true,
    example: coverage.appliesTo,
  })
  appliesTo: string[];
  @ApiProperty({ description: 'Kind of period (周期)', enum: ['MONTH'], example: 'MONTH' }) period: string;
  @ApiProperty({ description: 'Text that it is from (依据)', example: coverage.source }) source: string;
  @ApiProperty({ description: 'Who does not count (排除)', type: BilingualTextDto, example: coverage.exclusions })
  exclusions: BilingualTextDto;
  @ApiProperty({ description: 'Null, never 0 or 1, without a denominator (分母为零则无值)', example: true })
  nullIfDenominatorZero: boolean;
  @ApiProperty({ type: RecordKindsDto, example: coverage.records }) records: RecordKindsDto;
  @ApiProperty({ description: 'Topics that bring its facts (数据来源)', type: [String], example: coverage.factTopics })
  factTopics: string[];
}

export class IndicatorPageDto {
  @ApiProperty({ type: [IndicatorDto] }) items: IndicatorDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

export class IndicatorValuesParams {
  @ApiProperty({ description: 'Month (月份)', example: '2026-06' })
  @IsMonth()
  period: string;

  @ApiPropertyOptional({ description: 'Only this institution; the health bureau stands for the county (机构编码)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;
}

export class IndicatorFigureDto {
  @ApiProperty({ description: 'Institution; the health bureau stands for the county (机构编码)', example: 'H37072500021' })
  institutionCode: string;
  @ApiProperty({ description: 'Decimal string (分子)', example: '1204' }) numerator: string;
  @ApiProperty({ description: 'Decimal string (分母)', example: '2310' }) denominator: string;
  @ApiProperty({
    description: 'Numerator ÷ denominator; null without a denominator (指标值)',
    type: String,
    nullable: true,
    example: '0.521212121212',
  })
  value: string | null;
}

export class TakenPositionDto {
  @ApiProperty({ type: 'integer', example: 7 }) partition: number;
  @ApiProperty({ description: 'Last record settled here (已处理位点)', type: 'integer', example: 1041 }) offset: number;
}

export class TopicFreshnessDto {
  @ApiProperty({ example: 'contracts.contract.v1' }) topic: string;
  @ApiProperty({
    description: 'When the latest of its facts was recorded by its owner (最新数据时间)',
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-06-30T17:42:10.120+08:00',
  })
  latestRecordedAt: string | null;
  @ApiProperty({ type: [TakenPositionDto] }) positions: TakenPositionDto[];
}

export class FreshnessDto {
  @ApiProperty({
    description: 'The moment that was counted (计算时点)',
    format: 'date-time',
    example: '2026-07-01T09:00:00.000+08:00',
  })
  asOf: string;
  @ApiProperty({ description: 'By topic that brings the facts (数据来源)', type: [TopicFreshnessDto] })
  sources: TopicFreshnessDto[];
}

export class IndicatorTermDto {
  @ApiProperty({ example: 'loopDays' }) name: string;
  @ApiProperty({
    description: 'Of any shape (取值)',
    example: 30,
    oneOf: [{ type: 'integer' }, { type: 'boolean' }, { type: 'object' }, { type: 'array' }],
  })
  value: unknown;
  @ApiProperty({ description: 'First day that it holds (生效日期)', format: 'date', example: '2024-01-01' }) from: string;
  @ApiProperty({ description: 'Text that sets it (依据)', example: 'assumption' }) source: string;
}

export class IndicatorValuesDto {
  @ApiProperty({ enum: indicatorCodes, example: 'CON-COV' }) code: string;
  @ApiProperty({ example: '2026-06' }) period: string;
  @ApiProperty({ enum: ['RATIO', 'YUAN'], example: 'RATIO' }) unit: string;
  @ApiProperty({ type: [IndicatorFigureDto] }) values: IndicatorFigureDto[];
  @ApiProperty({ type: IndicatorDto }) definition: IndicatorDto;
  @ApiProperty({ description: 'What the county sets where the definition leaves it open (县域取值)', type: [IndicatorTermDto] })
  terms: IndicatorTermDto[];
  @ApiProperty({ type: FreshnessDto }) freshness: FreshnessDto;
  @ApiProperty({ description: 'County profile it was counted by (县域配置版本)', example: 'changle@2026.1' })
  profileVersion: string;
}
