import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { formatInstant, parseInstant, type CommandContext } from '@yigongti/kernel';
import { Answers, Command, CommandBody, Context, IsInstant } from '@yigongti/service-host';
import { referralRefusals } from '../referral/index.ts';
import type { SweepView } from './clock-sweep.ts';
import { ExpireReferrals } from './expire-referrals.ts';
import { MarkNoShows } from './mark-no-shows.ts';

export class SweepReferralsDto extends CommandBody {
  @ApiProperty({
    description: 'End what was due by then; not later than the time of the command (截止时间)',
    format: 'date-time',
    example: '2026-06-03T09:30:00+08:00',
  })
  @IsInstant()
  asOf: string;
}

export class ReferralSweepDto {
  @ApiProperty({ format: 'date-time', example: '2026-06-03T09:30:00.000+08:00' }) asOf: string;
  @ApiProperty({ description: 'Referrals that it ended (结束转诊数)', type: 'integer', example: 3 }) ended: number;
}

@ApiTags('sweep 定时任务')
@Controller('referrals/v1/sweeps')
export class SweepController {
  constructor(
    private readonly expiring: ExpireReferrals,
    private readonly missing: MarkNoShows,
  ) {}

  @Post('expire-referrals')
  @Command<SweepView>()
  @Answers(ReferralSweepDto, { zh: '逾期失效', en: 'End what nobody answered in time', refusals: [referralRefusals.sweepAhead] })
  expire(@Body() { asOf }: SweepReferralsDto, @Context() context: CommandContext): Promise<SweepView> {
    return this.expiring.execute({ asOf: normal(asOf) }, context);
  }

  @Post('mark-no-shows')
  @Command<SweepView>()
  @Answers(ReferralSweepDto, { zh: '标记未到诊', en: 'End what nobody came for', refusals: [referralRefusals.sweepAhead] })
  markNoShows(@Body() { asOf }: SweepReferralsDto, @Context() context: CommandContext): Promise<SweepView> {
    return this.missing.execute({ asOf: normal(asOf) }, context);
  }
}

/** One writing, so that instants compare as text. */
function normal(instant: string): string {
  return formatInstant(parseInstant(instant));
}
