import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  CodePipe,
  Command,
  Context,
  decodeCursor,
  List,
  pageOf,
  PageQuery,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import { ClearMonth } from './clear-month.ts';
import { runRefusals } from './domain/run-refusals.ts';
import { FindRuns } from './find-runs.ts';
import type { CountedBookingView, ExplainedStatementView, RunView, StatementView } from './run-view.ts';
import {
  ClearMonthDto,
  CountedBookingPageDto,
  ExplainedStatementDto,
  FindRunsQuery,
  RunDto,
  RunPageDto,
  StatementPageDto,
} from './run.dto.ts';

const { notFound, statementNotFound, ...clearing } = runRefusals;

@ApiTags('run 清算批次')
@Controller('settlement/v1/runs')
export class RunController {
  constructor(
    private readonly clearing: ClearMonth,
    private readonly runs: FindRuns,
  ) {}

  @Post('month-clearing')
  @Command<RunView>({ status: 201, location: (view) => `/settlement/v1/runs/${view.runId}` })
  @Answers(RunDto, { zh: '月度清算', en: 'Clear a month of a pool', refusals: Object.values(clearing) })
  clearMonth(@Body() { occurredAt: _, ...command }: ClearMonthDto, @Context() context: CommandContext): Promise<RunView> {
    return this.clearing.execute(command, context);
  }

  @Get(':runId')
  @Read()
  @Answers(RunDto, { zh: '查询清算批次', en: 'Show a run', refusals: [notFound] })
  one(@Param('runId', UuidPipe) runId: string, @CallerParam() caller: Caller): Promise<RunView> {
    return this.runs.one(runId, caller);
  }

  @Get()
  @List()
  @Answers(RunPageDto, { zh: '清算批次列表', en: 'List runs' })
  async list(@Query() query: FindRunsQuery, @CallerParam() caller: Caller): Promise<Page<RunView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.runs.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.runId],
      (view) => view,
    );
  }

  @Get(':runId/statements')
  @List()
  @Answers(StatementPageDto, { zh: '机构结算单列表', en: 'List the statements of a run', refusals: [notFound] })
  async statements(
    @Param('runId', UuidPipe) runId: string,
    @Query() { cursor, limit = pageSizeDefault }: PageQuery,
    @CallerParam() caller: Caller,
  ): Promise<Page<StatementView>> {
    const after = (decodeCursor(cursor, ['string'])?.[0] ?? null) as string | null;
    const views = await this.runs.statements(runId, { limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.institutionCode],
      (view) => view,
    );
  }

  @Get(':runId/statements/:institutionCode')
  @Read()
  @Answers(ExplainedStatementDto, {
    zh: '查询机构结算单',
    en: "Show an institution's statement with its explanation",
    refusals: [notFound, statementNotFound],
  })
  statement(
    @Param('runId', UuidPipe) runId: string,
    @Param('institutionCode', CodePipe) institutionCode: string,
    @CallerParam() caller: Caller,
  ): Promise<ExplainedStatementView> {
    return this.runs.statement(runId, institutionCode, caller);
  }

  @Get(':runId/statements/:institutionCode/bookings')
  @List()
  @Answers(CountedBookingPageDto, {
    zh: '机构结算单清单明细',
    en: "List what a statement's points come from: lists and reversals",
    refusals: [notFound, statementNotFound],
  })
  async bookings(
    @Param('runId', UuidPipe) runId: string,
    @Param('institutionCode', CodePipe) institutionCode: string,
    @Query() { cursor, limit = pageSizeDefault }: PageQuery,
    @CallerParam() caller: Caller,
  ): Promise<Page<CountedBookingView>> {
    const [claimId, kind] = (decodeCursor(cursor, ['uuid', 'string']) ?? []) as string[];
    const after = claimId ? { claimId, kind: kind as CountedBookingView['kind'] } : null;
    const views = await this.runs.bookings({ runId, institutionCode, after, limit }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.claimId, view.kind],
      (view) => view,
    );
  }
}
