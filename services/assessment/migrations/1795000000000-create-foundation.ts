import { commandTablesV1, sqlMigration } from '@yigongti/database';
import { messagingTablesV1 } from '@yigongti/messaging';
import { institutionTreeTablesV1, operationTablesV1 } from '@yigongti/service-host';

export const createFoundation = sqlMigration({
  at: 1795000000000,
  name: 'create-foundation',
  reason: 'What every service stands on: command keys, audit, outbox, inbox, the institution tree.',
  up: [commandTablesV1, messagingTablesV1, institutionTreeTablesV1, operationTablesV1],
});
