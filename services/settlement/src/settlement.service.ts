import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { claimRefusals, claimRow } from './claim/index.ts';
import { consumers } from './consumers.ts';
import { policyRefusals, policyRow } from './policy/index.ts';
import { poolRefusals, poolRow } from './pool/index.ts';
import { settlementProfile } from './profile.ts';
import { runRefusals, runRow } from './run/index.ts';
import { SettlementModule } from './settlement.module.ts';
import { statementRefusals } from './statement/index.ts';
import { yearRefusals, yearRow } from './year-clearing/index.ts';

export const settlementService = defineService({
  name: 'settlement',
  schema: 'settlement',
  titleZh: '医保结算',
  titleEn: 'Insurance settlement',
  module: SettlementModule,
  rows: [policyRow, poolRow, claimRow, runRow, yearRow],
  migrations,
  consumers,
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: settlementProfile,
  refusals: [policyRefusals, poolRefusals, claimRefusals, runRefusals, yearRefusals, statementRefusals].flatMap((refusals) =>
    Object.values(refusals),
  ),
});
