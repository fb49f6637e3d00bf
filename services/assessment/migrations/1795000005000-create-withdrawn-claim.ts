import { sqlMigration } from '@yigongti/database';

export const createWithdrawnClaim = sqlMigration({
  at: 1795000005000,
  name: 'create-withdrawn-claim',
  reason: 'A list that its hospital took back is no stay that cost anything; the news of that may come before the list itself.',
  up: [
    `create table withdrawn_claim (
       institution_code text not null,
       list_no text not null,
       list_version int not null,
       recorded_at timestamptz not null,
       primary key (institution_code, list_no)
     )`,
    'create index withdrawn_claim_by_recording on withdrawn_claim (recorded_at)',
  ],
});
