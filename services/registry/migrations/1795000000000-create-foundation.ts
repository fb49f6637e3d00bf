import { commandTablesV1, sqlMigration } from '@yigongti/database';
import { messagingTablesV1 } from '@yigongti/messaging';
import { institutionSubtreeV1, operationTablesV1 } from '@yigongti/service-host';

export const createFoundation = sqlMigration({
  at: 1795000000000,
  name: 'create-foundation',
  reason: "What every service stands on; the institutions are this service's own, so its tree is its own table.",
  up: [
    commandTablesV1,
    messagingTablesV1,
    operationTablesV1,
    `create table institution (
       institution_id uuid primary key,
       code text not null unique,
       name_zh text not null,
       name_en text not null,
       level text not null,
       kind text not null,
       settlement_level text,
       parent_code text,
       consortium_code text,
       consortium_lead boolean not null,
       division_code text not null,
       active_from date not null,
       active_to date,
       source_version int not null,
       digest text not null,
       version int not null
     )`,
    'create index institution_by_parent on institution (parent_code)',
    institutionSubtreeV1,
  ],
});
