import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsMonth, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import type { FractionPart } from './indicator-records.ts';
import { recordKinds } from './indicator.dto.ts';

const parts: readonly FractionPart[] = ['NUMERATOR', 'DENOMINATOR'];

export class IndicatorRecordsParams extends PageQuery {
  @ApiProperty({ description: 'Month (月份)', example: '2026-06' })
  @IsMonth()
  period: string;

  @ApiProperty({ description: 'Whose figure; the health bureau stands for the county (机构编码)', example: 'H37072500021' })
  @IsCode()
  institutionCode: string;

  @ApiPropertyOptional({ description: 'Which side of the fraction (分子或分母)', enum: parts, default: 'NUMERATOR' })
  @IsOptional()
  @IsIn(parts)
  part?: FractionPart;
}

const exampleRecord = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01';

export class IndicatorRecordDto {
  @ApiProperty({ description: 'What it is (记录类别)', enum: recordKinds, example: 'RESIDENT' }) kind: string;
  @ApiProperty({ description: 'Its id at the service that owns it (记录)', format: 'uuid', example: exampleRecord })
  recordId: string;
  @ApiProperty({ description: 'Whose it is (居民)', type: String, format: 'uuid', nullable: true, example: exampleRecord })
  residentId: string | null;
  @ApiProperty({
    description: 'What made it count: contract in force, follow-up with the reading (佐证记录)',
    type: String,
    format: 'uuid',
    nullable: true,
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e02',
  })
  evidenceId: string | null;
  @ApiProperty({ description: 'Day by which it belongs to the month (归属日期)', format: 'date', example: '2026-06-30' })
  on: string;
  @ApiProperty({ description: 'What it adds to its side, in the unit of the indicator (计入值)', example: '1' }) adds: string;
}

export class IndicatorRecordPageDto {
  @ApiProperty({ type: [IndicatorRecordDto] }) items: IndicatorRecordDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
