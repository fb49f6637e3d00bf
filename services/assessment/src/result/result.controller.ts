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
import { RankInstitutions, type RankingView } from './rank-institutions.ts';
import { RankingDto, RankingParams } from './ranking.dto.ts';
import { Reopenings } from './reopenings.ts';
import { ResultDto } from './result-lines.dto.ts';
import type { ResultHeadView, ResultView } from './result-view.ts';
import { FindResultsQuery, FreezeResultDto, PublishResultDto, ReopenResultDto, ResultPageDto } from './result.dto.ts';

const { notFound, schemeUnknown, periodTaken, periodNotOver, schemeNotInForce } = resultRefusals;
const { alreadyFrozen, superseded, appealsOpen, reopeningDue, noUpheldAppeal, monitorOnly } = resultRefusals;
const { countyUnknown, beforeProfile } = indicatorRefusals;

@ApiTags('result 考核结果')
@Controller('assessment/v1/results')
export class ResultController {
  constructor(
    private readonly publishing: PublishResult,
    private readonly freezing: FreezeResult,
    private readonly results: FindResults,
    private readonly ranking: RankInstitutions,
    private readonly reopenings: Reopenings,
  ) {}

  @Post()
  @Command<ResultView>({ status: 201, location: (view) => `/assessment/v1/results/${view.resultId}` })
  @Answers(ResultDto, {
    zh: '计算并公布考核结果',
    en: 'Compute and publish the result of a month',
    refusals: [schemeUnknown, periodTaken, periodNotOver, schemeNotInForce, countyUnknown, beforeProfile],
  })
  publish(@Body() body: PublishResultDto, @Context() context: CommandContext): Promise<ResultView> {
    return this.publishing.execute(body, context);
  }

  @Post(':resultId/freeze')
  @Command<ResultView>({ ifMatch: true })
  @Answers(ResultDto, {
    zh: '冻结考核结果',
    en: 'Freeze a result',
    refusals: [notFound, alreadyFrozen, superseded, appealsOpen, reopeningDue, monitorOnly],
  })
  freeze(
    @Param('resultId', UuidPipe) resultId: string,
    @Body() _body: FreezeResultDto,
    @Context() context: CommandContext,
  ): Promise<ResultView> {
    return this.freezing.execute({ resultId }, context);
  }

  @Post(':resultId/reopen')
  @Command<ResultView>({ status: 201, ifMatch: true, location: (view) => `/assessment/v1/results/${view.resultId}` })
  @Answers(ResultDto, {
    zh: '公布更正版本',
    en: 'Publish the next version of a result, with what appeals put right',
    refusals: [notFound, superseded, appealsOpen, noUpheldAppeal],
  })
  reopen(
    @Param('resultId', UuidPipe) resultId: string,
    @Body() _body: ReopenResultDto,
    @Context() context: CommandContext,
  ): Promise<ResultView> {
    return this.reopenings.execute({ resultId }, context);
  }

  @Get(':resultId')
  @Read<ResultView>()
  @Answers(ResultDto, { zh: '查询考核结果', en: 'Show a result', refusals: [notFound] })
  one(@Param('resultId', UuidPipe) resultId: string, @CallerParam() caller: Caller): Promise<ResultView> {
    return this.results.one(resultId, caller);
  }

  @Get(':resultId/ranking')
  @Read<RankingView>()
  @Answers(RankingDto, {
    zh: '考核排名',
    en: 'Rank the institutions of a result among their peers, by score or by one indicator',
    refusals: [notFound, indicatorRefusals.notFound],
  })
  rank(
    @Param('resultId', UuidPipe) resultId: string,
    @Query() { indicatorCode }: RankingParams,
    @CallerParam() caller: Caller,
  ): Promise<RankingView> {
    return this.ranking.execute(resultId, indicatorCode ?? null, caller);
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
