import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context, UuidPipe } from '@yigongti/service-host';
import { capacityRefusals } from '../capacity/index.ts';
import { ReferralDto } from '../referral.dto.ts';
import { referralRefusals as refusals, type ReferralView } from '../referral/index.ts';
import { AgreeToOffer } from './agree-to-offer.ts';
import { MakeCounterOffer } from './counter-offer.ts';
import { AgreeDto, CounterOfferDto, RefuseOfferDto } from './offer.dto.ts';
import { RefuseOffer } from './refuse-offer.ts';

const audited = (action: string) => ({
  ifMatch: true,
  audit: { action, resource: 'referral', subjects: (view: ReferralView) => [view.residentId] },
});
const step = [refusals.notFound, refusals.notInThisState, refusals.notYourStep];
const { unknown, ofAnotherInstitution, ofOtherKind, notOnThoseDays, exhausted } = capacityRefusals;
const holding = [unknown, ofAnotherInstitution, ofOtherKind, notOnThoseDays, exhausted];
const offering = [
  refusals.residentUnknown,
  refusals.institutionUnknown,
  refusals.directionAgainstLevels,
  refusals.targetIsSender,
  refusals.givesNoCare,
  refusals.residentDied,
  refusals.residentMerged,
  refusals.daysReversed,
  refusals.offerInThePast,
  refusals.offerOfNothingElse,
];
const agreeing = [refusals.residentDied, refusals.offerOfAnotherInstitution, refusals.offerInThePast];

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals/:referralId')
export class OfferController {
  constructor(
    private readonly offering: MakeCounterOffer,
    private readonly agreeing: AgreeToOffer,
    private readonly refusing: RefuseOffer,
  ) {}

  @Post('counter-offer')
  @Command<ReferralView>(audited('counter-offer'))
  @Answers(ReferralDto, {
    zh: '另约时间、科室或机构',
    en: 'Offer other days, another department or another institution',
    refusals: [...step, ...offering, ...holding],
  })
  counterOffer(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { start, end, toDepartmentCode, toInstitutionCode, capacityId, comment }: CounterOfferDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    const offer = { start, end, departmentCode: toDepartmentCode ?? null, toInstitutionCode: toInstitutionCode ?? null };
    return this.offering.execute({ referralId, ...offer, capacityId: capacityId ?? null, comment: comment ?? null }, context);
  }

  @Post('agree')
  @Command<ReferralView>(audited('agree'))
  @Answers(ReferralDto, { zh: '同意另约', en: 'Agree to the offer as sender', refusals: [...step, ...agreeing, ...holding] })
  agree(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() _body: AgreeDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.agreeing.execute({ referralId }, context);
  }

  @Post('refuse-offer')
  @Command<ReferralView>(audited('refuse-offer'))
  @Answers(ReferralDto, { zh: '不同意另约', en: 'Refuse the offer as sender; the receiver is asked again', refusals: step })
  refuse(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() _body: RefuseOfferDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.refusing.execute({ referralId }, context);
  }
}
