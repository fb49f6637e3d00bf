import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  Command,
  Context,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import { indicatorRefusals } from '../indicator/index.ts';
import { resultRefusals } from './domain/result-refusals.ts';
import { FindResults } from './find-results.ts';
import { FreezeResult } from './freeze-result.ts';
import { PublishResult } from './publish-result.ts';
import { ResultDto } from './result-lines.dto.ts';
import type { ResultHeadView, ResultView } from './result-view.ts';
import { FindResultsQuery, FreezeResultDto, PublishResultDto, ResultPageDto } from './result.dto.ts';

const { notFound, alreadyFrozen, monitorOnly, ...publishing } = resultRefusals;
const { countyUnknown, beforeProfile } = indicatorRefusals;

@ApiTags('result 考核结果')
@Controller('assessment/v1/results')
export class ResultController {
  constructor(
    private readonly publishing: PublishResult,
    private readonly freezing: FreezeResult,
    private readonly results: FindResults,
  ) {}

  @Post()
  @Command<ResultView>({ status: 201, location: (view) => `/assessment/v1/results/${view.resultId}` })
  @Answers(ResultDto, {
    zh: '计算并公布考核结果',
    en: 'Compute and publish the result of a month',
    refusals: [...Object.values(publishing), countyUnknown, beforeProfile],
  })
  publish(@Body() body: PublishResultDto, @Context() context: CommandContext): Promise<ResultView> {
    return this.publishing.execute(body, context);
  }

  @Post(':resultId/freeze')
  @Command<ResultView>({ ifMatch: true })
  @Answers(ResultDto, { zh: '冻结考核结果', en: 'Freeze a result', refusals: [notFound, alreadyFrozen, monitorOnly] })
  freeze(
    @Param('resultId', UuidPipe) resultId: string,
    @Body() _body: FreezeResultDto,
    @Context() context: CommandContext,
  ): Promise<ResultView> {
    return this.freezing.execute({ resultId }, context);
  }

  @Get(':resultId')
  @Read<ResultView>()
  @Answers(ResultDto, { zh: '查询考核结果', en: 'Show a result', refusals: [notFound] })
  one(@Param('resultId', UuidPipe) resultId: string, @CallerParam() caller: Caller): Promise<ResultView> {
    return this.results.one(resultId, caller);
  }

  @Get()
  @List<Page<ResultHeadView>>()
  @Answers(ResultPageDto, { zh: '考核结果列表', en: 'List results' })
  async list(@Query() query: FindResultsQuery): Promise<Page<ResultHeadView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.results.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.resultId],
      (view) => view,
    );
  }
}
