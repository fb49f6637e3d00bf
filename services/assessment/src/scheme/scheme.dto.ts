import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { scoring } from '@yigongti/events';
import { CommandBody, IsBusinessDate, IsCode, IsDecimalText, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { SchemeScoring } from './domain/scheme-proposal.ts';

export class SchemeItemDto {
  @ApiProperty({ description: 'Indicator of the catalogue (指标编码)', example: 'CON-COV' })
  @IsCode()
  indicatorCode: string;

  @ApiProperty({ description: 'Points of 100, as a decimal string (权重)', example: '60' })
  @IsDecimalText()
  weight: string;

  @ApiProperty({ description: 'How a value becomes points (计分方法)', enum: Object.keys(scoring), example: 'LINEAR_UP' })
  @IsIn(Object.keys(scoring))
  scoring: SchemeScoring;

  @ApiProperty({ description: "Value that earns the whole weight, in the indicator's unit (目标值)", example: '0.50' })
  @IsDecimalText()
  target: string;
}

const items = [
  { indicatorCode: 'CON-COV', weight: '60', scoring: 'LINEAR_UP', target: '0.50' },
  { indicatorCode: 'COST-IP', weight: '40', scoring: 'LINEAR_DOWN', target: '7000' },
];

export class PublishSchemeDto extends CommandBody {
  @ApiProperty({ description: 'Scheme (方案编码)', example: 'CHANGLE-MONTH' })
  @IsCode()
  schemeCode: string;

  @ApiProperty({ description: 'Its version; each is published once (版本号)', type: 'integer', minimum: 1, example: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({ description: 'First day that it holds for (生效日期)', format: 'date', example: '2025-01-01' })
  @IsBusinessDate()
  validFrom: string;

  @ApiProperty({ description: 'Indicators; their weights sum to 100 (指标)', type: [SchemeItemDto], example: items })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SchemeItemDto)
  items: SchemeItemDto[];
}

export class FindSchemesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Scheme (方案编码)' })
  @IsOptional()
  @IsCode()
  schemeCode?: string;
}

export class SchemeDto {
  @ApiProperty({
    description: 'This version of the scheme (方案版本)',
    format: 'uuid',
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01',
  })
  schemeId: string;
  @ApiProperty({ example: 'CHANGLE-MONTH' }) schemeCode: string;
  @ApiProperty({ type: 'integer', example: 1 }) schemeVersion: number;
  @ApiProperty({ format: 'date', example: '2025-01-01' }) validFrom: string;
  @ApiProperty({ description: 'By indicator code (指标)', type: [SchemeItemDto], example: items }) items: SchemeItemDto[];
  @ApiProperty({ description: 'Of the record (记录版本)', type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['publish-result'] }) allowedActions: string[];
}

export class SchemePageDto {
  @ApiProperty({ type: [SchemeDto] }) items: SchemeDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
