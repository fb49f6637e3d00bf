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
import { ClearYear } from './clear-year.ts';
import { yearRefusals } from './domain/year-refusals.ts';
import { FindYears } from './find-years.ts';
import type { ExplainedYearStatementView, YearStatementView, YearView } from './year-view.ts';
import {
  ClearYearDto,
  ExplainedYearStatementDto,
  FindYearsQuery,
  YearDto,
  YearPageDto,
  YearStatementPageDto,
} from './year.dto.ts';

const { notFound, statementNotFound, ...clearing } = yearRefusals;

@ApiTags('year-clearing 年度清算')
@Controller('settlement/v1/year-clearings')
export class YearController {
  constructor(
    private readonly clearing: ClearYear,
    private readonly years: FindYears,
  ) {}

  @Post()
  @Command<YearView>({ status: 201, location: (view) => `/settlement/v1/year-clearings/${view.yearClearingId}` })
  @Answers(YearDto, { zh: '年度清算', en: 'Clear a year of a pool', refusals: Object.values(clearing) })
  clearYear(@Body() { occurredAt: _, ...command }: ClearYearDto, @Context() context: CommandContext): Promise<YearView> {
    return this.clearing.execute(command, context);
  }

  @Get(':yearClearingId')
  @Read()
  @Answers(YearDto, { zh: '查询年度清算', en: 'Show the clearing of a year', refusals: [notFound] })
  one(@Param('yearClearingId', UuidPipe) yearClearingId: string, @CallerParam() caller: Caller): Promise<YearView> {
    return this.years.one(yearClearingId, caller);
  }

  @Get()
  @List()
  @Answers(YearPageDto, { zh: '年度清算列表', en: 'List clearings of years' })
  async list(@Query() query: FindYearsQuery, @CallerParam() caller: Caller): Promise<Page<YearView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.years.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.yearClearingId],
      (view) => view,
    );
  }

  @Get(':yearClearingId/statements')
  @List()
  @Answers(YearStatementPageDto, { zh: '机构年度结算单列表', en: "List a year's statements", refusals: [notFound] })
  async statements(
    @Param('yearClearingId', UuidPipe) yearClearingId: string,
    @Query() { cursor, limit = pageSizeDefault }: PageQuery,
    @CallerParam() caller: Caller,
  ): Promise<Page<YearStatementView>> {
    const after = (decodeCursor(cursor, ['string'])?.[0] ?? null) as string | null;
    const views = await this.years.statements(yearClearingId, { limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.institutionCode],
      (view) => view,
    );
  }

  @Get(':yearClearingId/statements/:institutionCode')
  @Read()
  @Answers(ExplainedYearStatementDto, {
    zh: '查询机构年度结算单',
    en: "Show an institution's statement of a year with its explanation",
    refusals: [notFound, statementNotFound],
  })
  statement(
    @Param('yearClearingId', UuidPipe) yearClearingId: string,
    @Param('institutionCode', CodePipe) institutionCode: string,
    @CallerParam() caller: Caller,
  ): Promise<ExplainedYearStatementView> {
    return this.years.statement(yearClearingId, institutionCode, caller);
  }
}
