import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import { ReferralDto, ReferralPageDto } from '../referral.dto.ts';
import { referralRefusals } from './domain/referral-refusals.ts';
import { FindReferrals, type QueuePlace, type ReferralFilter } from './find-referrals.ts';
import type { ReferralView } from './referral-view.ts';
import { FindReferralsQuery } from './referral.dto.ts';

const residentOf = (view: ReferralView) => [view.residentId];
const residentsOf = (page: Page<ReferralView>) => page.items.flatMap(residentOf);

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals')
export class ReferralController {
  constructor(private readonly referrals: FindReferrals) {}

  @Get(':referralId')
  @Read<ReferralView>({ audit: { action: 'read', resource: 'referral', subjects: residentOf } })
  @Answers(ReferralDto, { zh: '查询转诊单', en: 'Show a referral', refusals: [referralRefusals.notFound] })
  one(@Param('referralId', UuidPipe) referralId: string, @CallerParam() caller: Caller): Promise<ReferralView> {
    return this.referrals.one(referralId, caller);
  }

  @Get()
  @List<Page<ReferralView>>({ audit: { action: 'list', resource: 'referral', subjects: residentsOf } })
  @Answers(ReferralPageDto, { zh: '转诊单列表', en: "List referrals; the receiver's worklist with status=PENDING_RECEIVER" })
  async list(@Query() query: FindReferralsQuery, @CallerParam() caller: Caller): Promise<Page<ReferralView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    if (filter.status === 'PENDING_RECEIVER') return this.#queue({ ...filter, limit }, cursor, caller);
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.referrals.list({ ...filter, limit }, after, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.referralId],
      (view) => view,
    );
  }

  async #queue(filter: ReferralFilter, cursor: string | undefined, caller: Caller): Promise<Page<ReferralView>> {
    const keys = decodeCursor(cursor, ['integer', 'instant', 'uuid']) as [number, string, string] | null;
    const after: QueuePlace | null = keys && { queueRank: keys[0], submittedAt: keys[1], referralId: keys[2] };
    const queued = await this.referrals.queue(filter, after, caller);
    return pageOf(
      queued,
      filter.limit,
      ({ place }) => [place.queueRank, place.submittedAt, place.referralId],
      ({ view }) => view,
    );
  }
}
