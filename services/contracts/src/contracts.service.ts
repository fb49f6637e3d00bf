import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { consumers } from './consumers.ts';
import { contractRefusals, contractRow } from './contract/index.ts';
import { ContractsModule } from './contracts.module.ts';
import { contractsProfile } from './profile.ts';
import { teamRefusals, teamRow } from './team/index.ts';

export const contractsService = defineService({
  name: 'contracts',
  schema: 'contracts',
  titleZh: '家庭医生签约',
  titleEn: 'Family-doctor contracts',
  module: ContractsModule,
  rows: [teamRow, contractRow],
  migrations,
  consumers,
  access,
  profile: contractsProfile,
  refusals: [...Object.values(teamRefusals), ...Object.values(contractRefusals)],
});
