import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  CodePipe,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  type Page,
} from '@yigongti/service-host';
import type { IndicatorDefinition } from './domain/indicator-definition.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import { indicators } from './domain/indicators.ts';
import { FindIndicatorRecords, type IndicatorRecordView } from './find-indicator-records.ts';
import { definitionOf, FindIndicatorValues, type IndicatorValuesView } from './find-indicator-values.ts';
import { IndicatorDto, IndicatorPageDto, IndicatorValuesDto, IndicatorValuesParams } from './indicator.dto.ts';
import { IndicatorRecordPageDto, IndicatorRecordsParams } from './indicator-records.dto.ts';

const { notFound, countyUnknown, beforeProfile } = indicatorRefusals;

/** Residents of a page; facts of an earlier version name none. */
const residentsOf = ({ items }: Page<IndicatorRecordView>) => [
  ...new Set(items.flatMap(({ residentId }) => (residentId === null ? [] : [residentId]))),
];

@ApiTags('indicator 指标')
@Controller('assessment/v1/indicators')
export class IndicatorController {
  constructor(
    private readonly values: FindIndicatorValues,
    private readonly records: FindIndicatorRecords,
  ) {}

  @Get()
  @List<Page<IndicatorDefinition>>()
  @Answers(IndicatorPageDto, { zh: '指标目录', en: 'List the catalogue of indicators' })
  list(): Page<IndicatorDefinition> {
    return { items: Object.values(indicators), next: null };
  }

  @Get(':code')
  @Read<IndicatorDefinition>()
  @Answers(IndicatorDto, { zh: '查询指标定义', en: 'Show the definition of an indicator', refusals: [notFound] })
  one(@Param('code', CodePipe) code: string): IndicatorDefinition {
    return definitionOf(code);
  }

  @Get(':code/values')
  @Read<IndicatorValuesView>()
  @Answers(IndicatorValuesDto, {
    zh: '按现有数据计算指标',
    en: 'Compute an indicator from the facts known now, with its definition and how fresh they are',
    refusals: [notFound, countyUnknown, beforeProfile],
  })
  live(
    @Param('code', CodePipe) code: string,
    @Query() query: IndicatorValuesParams,
    @CallerParam() caller: Caller,
  ): Promise<IndicatorValuesView> {
    return this.values.execute({ code, ...query }, caller);
  }

  @Get(':code/records')
  @List<Page<IndicatorRecordView>>({ audit: { action: 'open', resource: 'indicator', subjects: residentsOf } })
  @Answers(IndicatorRecordPageDto, {
    zh: '指标分子、分母的记录',
    en: 'Open a figure to the records behind its numerator or denominator',
    refusals: Object.values(indicatorRefusals),
  })
  async open(
    @Param('code', CodePipe) code: string,
    @Query() { cursor, limit = pageSizeDefault, part = 'NUMERATOR', ...query }: IndicatorRecordsParams,
    @CallerParam() caller: Caller,
  ): Promise<Page<IndicatorRecordView>> {
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const records = await this.records.execute({ code, part, limit, after, ...query }, caller);
    return pageOf(
      records,
      limit,
      ({ recordId }) => [recordId],
      (record) => record,
    );
  }
}
