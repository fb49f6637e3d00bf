import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { capacityRefusals, capacityRow } from './capacity/index.ts';
import { consumers } from './consumers.ts';
import { referralsProfile } from './profile.ts';
import { referralRefusals, referralRow } from './referral/index.ts';
import { ReferralsModule } from './referrals.module.ts';

export const referralsService = defineService({
  name: 'referrals',
  schema: 'referrals',
  titleZh: '双向转诊',
  titleEn: 'Two-way referrals',
  module: ReferralsModule,
  rows: [referralRow, capacityRow],
  migrations,
  consumers,
  access,
  profile: referralsProfile,
  refusals: [...Object.values(referralRefusals), ...Object.values(capacityRefusals)],
});
