import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context, UuidPipe } from '@yigongti/service-host';
import { ReferralDto } from '../referral.dto.ts';
import { referralRefusals as refusals, type ReferralView } from '../referral/index.ts';
import { CallOffDto, MarkNoShowDto } from './calling-off.dto.ts';
import { CancelReferral } from './cancel-referral.ts';
import { MarkNoShow } from './mark-no-show.ts';
import { WithdrawReferral } from './withdraw-referral.ts';

const audited = (action: string) => ({
  ifMatch: true,
  audit: { action, resource: 'referral', subjects: (view: ReferralView) => [view.residentId] },
});
const step = [refusals.notFound, refusals.notInThisState, refusals.notYourStep];

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals/:referralId')
export class CallingOffController {
  constructor(
    private readonly withdrawing: WithdrawReferral,
    private readonly cancelling: CancelReferral,
    private readonly missing: MarkNoShow,
  ) {}

  @Post('withdraw')
  @Command<ReferralView>(audited('withdraw'))
  @Answers(ReferralDto, { zh: '撤回转诊', en: 'Withdraw as sender before the acceptance', refusals: step })
  withdraw(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { reasonCode, byPatient, comment }: CallOffDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.withdrawing.execute({ referralId, reasonCode, byPatient, comment }, context);
  }

  @Post('cancel')
  @Command<ReferralView>(audited('cancel'))
  @Answers(ReferralDto, { zh: '取消转诊', en: 'Cancel an accepted referral as sender or receiver', refusals: step })
  cancel(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { reasonCode, byPatient, comment }: CallOffDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.cancelling.execute({ referralId, reasonCode, byPatient, comment }, context);
  }

  @Post('mark-no-show')
  @Command<ReferralView>(audited('mark-no-show'))
  @Answers(ReferralDto, {
    zh: '标记未到诊',
    en: 'Say that the patient did not come in time',
    refusals: [...step, refusals.stillExpected],
  })
  markNoShow(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() _body: MarkNoShowDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    return this.missing.execute({ referralId }, context);
  }
}
