import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsMonth } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';
import { indicatorCodes, indicators } from './domain/indicators.ts';

const coverage = indicators['CON-COV'];

export class BilingualTextDto {
  @ApiProperty({ example: coverage.name.zh }) zh: string;
  @ApiProperty({ example: coverage.name.en }) en: string;
}

export class IndicatorDto {
  @ApiProperty({ description: 'Code (指标编码)', enum: indicatorCodes, example: 'CON-COV' }) code: string;
  @ApiProperty({ description: 'Edition of the set (指标集版本)', example: coverage.setVersion }) setVersion: string;
  @ApiProperty({ type: BilingualTextDto, example: coverage.name }) name: BilingualTextDto;
  @ApiProperty({ description: 'What is counted (分子)', type: BilingualTextDto, example: coverage.numerator })
  numerator: BilingualTextDto;
  @ApiProperty({ description: 'Out of what (分母)', type: BilingualTextDto, example: coverage.denominator })
  denominator: BilingualTextDto;
  @ApiProperty({ description: 'Plain quotient, or yuan per case (单位)', enum: ['RATIO', 'YUAN'], example: 'RATIO' })
  unit: string;
  @ApiProperty({ description: 'Whether more or less is better (导向)', enum: ['UP', 'DOWN'], example: 'UP' }) direction: string;
  @ApiProperty({ description: 'Whose fact it is (统计口径)', type: BilingualTextDto, example: coverage.scope })
  scope: BilingualTextDto;
  @ApiProperty({ description: 'Kind of period (周期)', enum: ['MONTH'], example: 'MONTH' }) period: string;
  @ApiProperty({ description: 'Text that it is from (依据)', example: coverage.source }) source: string;
  @ApiProperty({ description: 'Who does not count (排除)', type: BilingualTextDto, example: coverage.exclusions })
  exclusions: BilingualTextDto;
  @ApiProperty({ description: 'Null, never 0 or 1, without a denominator (分母为零则无值)', example: true })
  nullIfDenominatorZero: boolean;
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

export class AppliedPositionDto {
  @ApiProperty({ example: 'contracts.contract.v1' }) topic: string;
  @ApiProperty({ type: 'integer', example: 7 }) partition: number;
  @ApiProperty({ description: 'Last record settled here (已处理位点)', type: 'integer', example: 1041 }) offset: number;
}

export class FreshnessDto {
  @ApiProperty({
    description: 'When the latest fact was recorded by its owner (最新数据时间)',
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-06-30T17:42:10.120+08:00',
  })
  latestFactRecordedAt: string | null;
  @ApiProperty({ type: [AppliedPositionDto] }) positions: AppliedPositionDto[];
}

export class IndicatorValuesDto {
  @ApiProperty({ enum: indicatorCodes, example: 'CON-COV' }) code: string;
  @ApiProperty({ example: '2026-06' }) period: string;
  @ApiProperty({ enum: ['RATIO', 'YUAN'], example: 'RATIO' }) unit: string;
  @ApiProperty({ type: [IndicatorFigureDto] }) values: IndicatorFigureDto[];
  @ApiProperty({ type: FreshnessDto }) freshness: FreshnessDto;
  @ApiProperty({ description: 'County profile it was counted by (县域配置版本)', example: 'changle@2026.1' })
  profileVersion: string;
}
