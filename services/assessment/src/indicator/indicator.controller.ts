import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import { Answers, CallerParam, CodePipe, List, Read, type Page } from '@yigongti/service-host';
import type { IndicatorDefinition } from './domain/indicator-definition.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import { indicators } from './domain/indicators.ts';
import { FindIndicatorValues, type IndicatorValuesView } from './find-indicator-values.ts';
import { IndicatorPageDto, IndicatorValuesDto, IndicatorValuesParams } from './indicator.dto.ts';

@ApiTags('indicator 指标')
@Controller('assessment/v1/indicators')
export class IndicatorController {
  constructor(private readonly values: FindIndicatorValues) {}

  @Get()
  @List<Page<IndicatorDefinition>>()
  @Answers(IndicatorPageDto, { zh: '指标目录', en: 'List the catalogue of indicators' })
  list(): Page<IndicatorDefinition> {
    return { items: Object.values(indicators), next: null };
  }

  @Get(':code/values')
  @Read<IndicatorValuesView>()
  @Answers(IndicatorValuesDto, {
    zh: '按现有数据计算指标',
    en: 'Compute an indicator from the facts known now',
    refusals: Object.values(indicatorRefusals),
  })
  live(
    @Param('code', CodePipe) code: string,
    @Query() query: IndicatorValuesParams,
    @CallerParam() caller: Caller,
  ): Promise<IndicatorValuesView> {
    return this.values.execute({ code, ...query }, caller);
  }
}
