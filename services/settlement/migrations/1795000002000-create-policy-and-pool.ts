import { sqlMigration } from '@yigongti/database';

export const createPolicyAndPool = sqlMigration({
  at: 1795000002000,
  name: 'create-policy-and-pool',
  reason: 'Dated policy packages that never change, and the fund pools they are the budget of.',
  up: [
    `create table policy (
       policy_id uuid primary key,
       policy_code text not null,
       policy_version int not null check (policy_version >= 1),
       insurance_type text not null check (insurance_type in ('RESIDENT', 'EMPLOYEE')),
       year int not null,
       effective_from date not null,
       effective_to date not null check (effective_to >= effective_from),
       package jsonb not null,
       digest text not null,
       published_on date not null,
       version int not null,
       constraint policy_version_is_unique unique (policy_code, policy_version)
     )`,
    'create index policy_by_insurance on policy (insurance_type, effective_from)',
    'create trigger policy_never_changes before update or delete on policy for each row execute function refuse_change()',
    `create table pool (
       pool_id uuid primary key,
       consortium_code text not null,
       insurance_type text not null check (insurance_type in ('RESIDENT', 'EMPLOYEE')),
       year int not null,
       policy_id uuid not null references policy,
       counted_on date not null,
       insured_count int not null check (insured_count > 0),
       funding_fen bigint not null,
       big_illness_premium_fen bigint not null,
       budget_fen bigint not null check (budget_fen = funding_fen - big_illness_premium_fen),
       risk_reserve_fen bigint not null,
       adjustment_reserve_fen bigint not null,
       carve_out_fen bigint not null,
       package_fen bigint not null check (package_fen > 0),
       months jsonb not null,
       explanation jsonb not null,
       version int not null,
       constraint one_pool_a_year unique (consortium_code, insurance_type, year),
       constraint package_is_what_is_left
         check (package_fen = budget_fen - risk_reserve_fen - adjustment_reserve_fen - carve_out_fen)
     )`,
  ],
});
