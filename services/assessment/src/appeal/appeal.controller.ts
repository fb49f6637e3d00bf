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
import type { AppealView } from './appeal-view.ts';
import {
  AppealDto,
  AppealPageDto,
  DismissAppealDto,
  FindAppealsQuery,
  SubmitAppealDto,
  UpholdAppealDto,
  WithdrawAppealDto,
} from './appeal.dto.ts';
import { DecideAppeal } from './decide-appeal.ts';
import { appealRefusals } from './domain/appeal-refusals.ts';
import { FindAppeals } from './find-appeals.ts';
import { SubmitAppeal } from './submit-appeal.ts';
import { WithdrawAppeal } from './withdraw-appeal.ts';

const { notFound, notAppellant, alreadyDecided, decidedTooEarly, negative, ...submitting } = appealRefusals;

@ApiTags('appeal 申诉')
@Controller('assessment/v1/appeals')
export class AppealController {
  constructor(
    private readonly submitting: SubmitAppeal,
    private readonly withdrawing: WithdrawAppeal,
    private readonly deciding: DecideAppeal,
    private readonly appeals: FindAppeals,
  ) {}

  @Post()
  @Command<AppealView>({ status: 201, location: (view) => `/assessment/v1/appeals/${view.appealId}` })
  @Answers(AppealDto, { zh: '提出考核申诉', en: 'Appeal against an own line of a result', refusals: Object.values(submitting) })
  submit(@Body() body: SubmitAppealDto, @Context() context: CommandContext): Promise<AppealView> {
    const { resultId, indicatorCode, reasonCode, evidence } = body;
    return this.submitting.execute({ resultId, indicatorCode, reasonCode, evidence }, context);
  }

  @Post(':appealId/withdraw')
  @Command<AppealView>({ ifMatch: true })
  @Answers(AppealDto, { zh: '撤回申诉', en: 'Take an appeal back', refusals: [notFound, notAppellant, alreadyDecided] })
  withdraw(
    @Param('appealId', UuidPipe) appealId: string,
    @Body() _body: WithdrawAppealDto,
    @Context() context: CommandContext,
  ): Promise<AppealView> {
    return this.withdrawing.execute({ appealId }, context);
  }

  @Post(':appealId/uphold')
  @Command<AppealView>({ ifMatch: true })
  @Answers(AppealDto, {
    zh: '申诉成立',
    en: 'Uphold an appeal; the next version of the result puts the line right',
    refusals: [notFound, alreadyDecided, decidedTooEarly, negative],
  })
  uphold(
    @Param('appealId', UuidPipe) appealId: string,
    @Body() { groundsCode, correction }: UpholdAppealDto,
    @Context() context: CommandContext,
  ): Promise<AppealView> {
    return this.deciding.execute({ appealId, decision: 'UPHELD', groundsCode, correction: correction ?? null }, context);
  }

  @Post(':appealId/dismiss')
  @Command<AppealView>({ ifMatch: true })
  @Answers(AppealDto, { zh: '申诉不成立', en: 'Dismiss an appeal', refusals: [notFound, alreadyDecided, decidedTooEarly] })
  dismiss(
    @Param('appealId', UuidPipe) appealId: string,
    @Body() { groundsCode }: DismissAppealDto,
    @Context() context: CommandContext,
  ): Promise<AppealView> {
    return this.deciding.execute({ appealId, decision: 'DISMISSED', groundsCode, correction: null }, context);
  }

  @Get(':appealId')
  @Read<AppealView>()
  @Answers(AppealDto, { zh: '查询申诉', en: 'Show an appeal', refusals: [notFound] })
  one(@Param('appealId', UuidPipe) appealId: string, @CallerParam() caller: Caller): Promise<AppealView> {
    return this.appeals.one(appealId, caller);
  }

  @Get()
  @List<Page<AppealView>>()
  @Answers(AppealPageDto, { zh: '申诉列表', en: 'List appeals' })
  async list(@Query() query: FindAppealsQuery, @CallerParam() caller: Caller): Promise<Page<AppealView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.appeals.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.appealId],
      (view) => view,
    );
  }
}
