import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { catalogueRefusals, catalogueRow, StoredCatalogues } from './catalogue/index.ts';
import { registrySettings } from './config.ts';
import { consumers } from './consumers.ts';
import { encounterRefusals, encounterRow } from './encounter/index.ts';
import { institutionRefusals, institutionRow, StoredInstitutions } from './institution/index.ts';
import { practitionerRefusals, practitionerRow, StoredPractitioners } from './practitioner/index.ts';
import { registryProfile } from './profile.ts';
import { RegistryModule } from './registry.module.ts';
import { residentRefusals, residentRow, StoredResidents } from './resident/index.ts';
import { sourceLineRefusals } from './source-line/index.ts';

export const registryService = defineService({
  name: 'registry',
  schema: 'registry',
  titleZh: '主数据',
  titleEn: 'Master data',
  module: RegistryModule,
  rows: [institutionRow, practitionerRow, catalogueRow, residentRow, encounterRow],
  migrations,
  consumers,
  stateSources: [StoredInstitutions, StoredPractitioners, StoredCatalogues, StoredResidents],
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: registryProfile,
  settings: registrySettings,
  refusals: [
    sourceLineRefusals,
    institutionRefusals,
    practitionerRefusals,
    catalogueRefusals,
    residentRefusals,
    encounterRefusals,
  ].flatMap((refusals) => Object.values(refusals)),
});
