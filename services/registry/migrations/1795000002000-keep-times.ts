import { sqlMigration } from '@yigongti/database';

const tables = ['institution', 'practitioner', 'catalogue', 'resident', 'encounter'];

export const keepTimes = sqlMigration({
  at: 1795000002000,
  name: 'keep-times',
  reason:
    'A state that is said again tells when it began and when it was recorded. Of rows from before nobody knows: they count as of the migration.',
  up: tables.flatMap((table) => [
    `alter table ${table} add column occurred_at timestamptz not null default now(), add column recorded_at timestamptz not null default now()`,
    `alter table ${table} alter column occurred_at drop default, alter column recorded_at drop default`,
  ]),
});
