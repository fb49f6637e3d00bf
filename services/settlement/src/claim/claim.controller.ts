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
import type { ClaimView, ExplainedClaimView } from './claim-view.ts';
import { ClaimDto, ClaimPageDto, ExplainedClaimDto, FindClaimsQuery, ReverseClaimDto } from './claim.dto.ts';
import { claimRefusals } from './domain/claim-refusals.ts';
import { FindClaims } from './find-claims.ts';
import { ReverseClaim } from './reverse-claim.ts';

const patientOf = (view: ClaimView) => [view.residentId];
const patientsOf = (page: Page<ClaimView>) => page.items.flatMap(patientOf);
const { notFound, alreadyReversed, reasonNotYours } = claimRefusals;

@ApiTags('claim 结算清单')
@Controller('settlement/v1/claims')
export class ClaimController {
  constructor(
    private readonly reversing: ReverseClaim,
    private readonly claims: FindClaims,
  ) {}

  @Post(':claimId/reverse')
  @Command<ClaimView>({ ifMatch: true, audit: { action: 'reverse', resource: 'claim', subjects: patientOf } })
  @Answers(ClaimDto, { zh: '撤销结算清单', en: 'Take a claim back', refusals: [notFound, reasonNotYours, alreadyReversed] })
  reverse(
    @Param('claimId', UuidPipe) claimId: string,
    @Body() { reasonCode }: ReverseClaimDto,
    @Context() context: CommandContext,
  ): Promise<ClaimView> {
    return this.reversing.execute({ claimId, reasonCode }, context);
  }

  @Get(':claimId')
  @Read<ExplainedClaimView>({ audit: { action: 'read', resource: 'claim', subjects: patientOf } })
  @Answers(ExplainedClaimDto, { zh: '查询结算清单', en: 'Show a claim with its explanation', refusals: [notFound] })
  one(@Param('claimId', UuidPipe) claimId: string, @CallerParam() caller: Caller): Promise<ExplainedClaimView> {
    return this.claims.one(claimId, caller);
  }

  @Get()
  @List<Page<ClaimView>>({ audit: { action: 'list', resource: 'claim', subjects: patientsOf } })
  @Answers(ClaimPageDto, { zh: '结算清单列表', en: 'List claims' })
  async list(@Query() query: FindClaimsQuery, @CallerParam() caller: Caller): Promise<Page<ClaimView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.claims.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.claimId],
      (view) => view,
    );
  }
}
