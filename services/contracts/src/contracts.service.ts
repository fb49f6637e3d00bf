import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { consumers } from './consumers.ts';
import { contractRefusals, contractRow } from './contract/index.ts';
import { ContractsModule } from './contracts.module.ts';
import { householdAgreementRow, householdRefusals } from './household/index.ts';
import { contractsProfile } from './profile.ts';
import { rosterRefusals } from './roster/index.ts';
import { teamRefusals, teamRow } from './team/index.ts';

export const contractsService = defineService({
  name: 'contracts',
  schema: 'contracts',
  titleZh: '家庭医生签约',
  titleEn: 'Family-doctor contracts',
  module: ContractsModule,
  rows: [teamRow, contractRow, householdAgreementRow],
  migrations,
  consumers,
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: contractsProfile,
  refusals: [teamRefusals, contractRefusals, householdRefusals, rosterRefusals].flatMap((refusals) => Object.values(refusals)),
});
