import { defineService, defineSweep } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { capacityRefusals, capacityRow } from './capacity/index.ts';
import { consumers } from './consumers.ts';
import { referralsProfile } from './profile.ts';
import { referralRefusals, referralRow } from './referral/index.ts';
import { ReferralsModule } from './referrals.module.ts';
import { ExpireReferrals, MarkNoShows } from './sweep/index.ts';
import { walkInRefusals, walkInRow } from './walk-in/index.ts';
import { worklistRefusals } from './worklist/index.ts';

export const referralsService = defineService({
  name: 'referrals',
  schema: 'referrals',
  titleZh: '双向转诊',
  titleEn: 'Two-way referrals',
  module: ReferralsModule,
  rows: [referralRow, capacityRow, walkInRow],
  migrations,
  consumers,
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: referralsProfile,
  refusals: [
    ...Object.values(referralRefusals),
    ...Object.values(capacityRefusals),
    ...Object.values(walkInRefusals),
    ...Object.values(worklistRefusals),
  ],
  sweeps: [
    // The shortest limit is a quarter of an hour; the days of arrival end at midnight.
    defineSweep({ name: 'expire-referrals', cron: '*/5 * * * *', sweep: ExpireReferrals }),
    defineSweep({ name: 'mark-no-shows', cron: '10 * * * *', sweep: MarkNoShows }),
  ],
});
