import { sqlMigration } from '@yigongti/database';

export const createRun = sqlMigration({
  at: 1795000004000,
  name: 'create-run',
  reason: 'A month clearing is one aggregate; its lines are rows, and a claim is in one run at most.',
  up: [
    `create table run (
       run_id uuid primary key,
       pool_id uuid not null references pool,
       month text not null,
       policy_id uuid not null references policy,
       assessment_result_id uuid not null references frozen_result,
       claim_count int not null check (claim_count > 0),
       points numeric not null check (points > 0),
       fund_fen bigint not null,
       allocated_fen bigint not null,
       withheld_fen bigint not null,
       input_digest text not null,
       digest text not null,
       cleared_on date not null,
       version int not null,
       constraint month_is_cleared_once unique (pool_id, month),
       constraint no_fen_is_lost check (allocated_fen + withheld_fen = fund_fen)
     )`,
    `create table run_claim (
       claim_id uuid primary key references claim,
       run_id uuid not null references run deferrable initially deferred,
       institution_code text not null,
       points numeric not null check (points > 0)
     )`,
    'create index run_claim_by_statement on run_claim (run_id, institution_code, claim_id)',
    `create table run_statement (
       run_id uuid not null references run deferrable initially deferred,
       institution_code text not null,
       claim_count int not null,
       points numeric not null check (points > 0),
       share_fen bigint not null check (share_fen >= 0),
       score numeric,
       coefficient numeric not null,
       fen bigint not null check (fen between 0 and share_fen),
       withheld_fen bigint not null,
       primary key (run_id, institution_code),
       constraint share_is_paid_or_withheld check (fen + withheld_fen = share_fen)
     )`,
  ],
});
