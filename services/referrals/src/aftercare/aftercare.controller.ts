import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context, UuidPipe } from '@yigongti/service-host';
import { ReferralDto } from '../referral.dto.ts';
import { referralRefusals as refusals, type ReferralView } from '../referral/index.ts';
import { NoDownNeededDto, OpenDownDto, SendOutcomeDto } from './aftercare.dto.ts';
import { NoDownNeeded } from './no-down-needed.ts';
import { OpenDown } from './open-down.ts';
import { SendOutcome } from './send-outcome.ts';

const audited = (action: string) => ({
  ifMatch: true,
  audit: { action, resource: 'referral', subjects: (view: ReferralView) => [view.residentId] },
});
const step = [refusals.notFound, refusals.notInThisState, refusals.notYourStep];
const opening = [
  refusals.residentUnknown,
  refusals.institutionUnknown,
  refusals.directionAgainstLevels,
  refusals.targetIsSender,
  refusals.givesNoCare,
  refusals.residentDied,
  refusals.residentMerged,
  refusals.patientDied,
];
const following = [
  refusals.residentUnknown,
  refusals.residentDied,
  refusals.patientDied,
  refusals.elementMissing,
  refusals.followUpDueOutOfRange,
];

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals/:referralId')
export class AftercareController {
  constructor(
    private readonly sending: SendOutcome,
    private readonly opening: OpenDown,
    private readonly staying: NoDownNeeded,
  ) {}

  @Post('send-outcome')
  @Command<ReferralView>(audited('send-outcome'))
  @Answers(ReferralDto, { zh: '回传结果', en: 'Send the outcome', refusals: step })
  sendOutcome(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { outcome, diagnosisCodes, advice }: SendOutcomeDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.sending.execute({ referralId, outcome, diagnosisCodes, advice }, context);
  }

  @Post('open-down')
  @Command<ReferralView>(audited('open-down'))
  @Answers(ReferralDto, { zh: '开出下转', en: 'Draft the way down; the answer is the parent', refusals: [...step, ...opening] })
  openDown(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() body: OpenDownDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    const { toInstitutionCode, occurredAt: _, ...form } = body;
    return this.opening.execute({ referralId, toInstitutionCode, form }, context);
  }

  @Post('no-down-needed')
  @Command<ReferralView>(audited('no-down-needed'))
  @Answers(ReferralDto, { zh: '无需下转', en: 'Nobody has to go down', refusals: [...step, ...following] })
  noDownNeeded(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { reason, followUpPlan }: NoDownNeededDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.staying.execute({ referralId, reason, followUpPlan }, context);
  }
}
