import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context, UuidPipe } from '@yigongti/service-host';
import { capacityRefusals } from '../capacity/index.ts';
import { ReferralDto } from '../referral.dto.ts';
import { referralRefusals as refusals, type ReferralView } from '../referral/index.ts';
import { AcceptReferral } from './accept-referral.ts';
import { ApproveReferral } from './approve-referral.ts';
import { ConfirmArrival } from './confirm-arrival.ts';
import { OpenEncounter } from './open-encounter.ts';
import {
  AcceptReferralDto,
  ApproveReferralDto,
  ConfirmArrivalDto,
  OpenEncounterDto,
  RejectReferralDto,
} from './reception.dto.ts';
import { RejectReferral } from './reject-referral.ts';

const audited = (action: string) => ({
  ifMatch: true,
  audit: { action, resource: 'referral', subjects: (view: ReferralView) => [view.residentId] },
});
const step = [refusals.notFound, refusals.notInThisState, refusals.notYourStep];
const { unknown, ofAnotherInstitution, ofOtherKind, notOnThoseDays, exhausted } = capacityRefusals;
const holding = [unknown, ofAnotherInstitution, ofOtherKind, notOnThoseDays, exhausted];

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals/:referralId')
export class ReceptionController {
  constructor(
    private readonly approving: ApproveReferral,
    private readonly rejecting: RejectReferral,
    private readonly accepting: AcceptReferral,
    private readonly arriving: ConfirmArrival,
    private readonly opening: OpenEncounter,
  ) {}

  @Post('approve')
  @Command<ReferralView>(audited('approve'))
  @Answers(ReferralDto, { zh: '审核通过', en: 'Approve as reviewer', refusals: [...step, refusals.reviewerIsRequester] })
  approve(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() _body: ApproveReferralDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.approving.execute({ referralId }, context);
  }

  @Post('reject')
  @Command<ReferralView>(audited('reject'))
  @Answers(ReferralDto, { zh: '拒绝转诊', en: 'Reject as reviewer or receiver', refusals: step })
  reject(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { reasonCode, comment }: RejectReferralDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.rejecting.execute({ referralId, reasonCode, comment }, context);
  }

  @Post('accept')
  @Command<ReferralView>(audited('accept'))
  @Answers(ReferralDto, {
    zh: '接收转诊',
    en: 'Accept as receiver',
    refusals: [...step, refusals.residentDied, refusals.outsideWindow, ...holding],
  })
  accept(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { start, end, capacityId }: AcceptReferralDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.accepting.execute({ referralId, start, end, capacityId }, context);
  }

  @Post('confirm-arrival')
  @Command<ReferralView>(audited('confirm-arrival'))
  @Answers(ReferralDto, { zh: '确认到诊', en: 'Confirm the arrival', refusals: [...step, refusals.arrivalTooEarly] })
  confirmArrival(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() _body: ConfirmArrivalDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.arriving.execute({ referralId }, context);
  }

  @Post('open-encounter')
  @Command<ReferralView>(audited('open-encounter'))
  @Answers(ReferralDto, { zh: '开始诊疗', en: 'Begin the care', refusals: [...step, refusals.encounterOfAnotherResident] })
  openEncounter(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { encounterNo }: OpenEncounterDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.opening.execute({ referralId, encounterNo }, context);
  }
}
