import { sqlMigration } from '@yigongti/database';

export const createContract = sqlMigration({
  at: 1795000002000,
  name: 'create-contract',
  reason: 'Teams and contracts; the database itself keeps one contract in force per resident, whatever signs in parallel.',
  up: [
    `create table team (
       team_id uuid primary key,
       team_code text not null,
       kind text not null check (kind in ('CONTRACT_TEAM', 'SPECIALIST_TEAM')),
       institution_code text not null,
       leader_practitioner_code text not null,
       members jsonb not null,
       specialist_team_ids uuid[] not null,
       formed_on date not null,
       version int not null,
       constraint team_code_is_unique unique (team_code)
     )`,
    'create index team_by_institution on team (institution_code, team_id)',
    `create table contract (
       contract_id uuid primary key,
       resident_id uuid not null,
       team_id uuid not null references team,
       team_code text not null,
       institution_code text not null,
       leader_practitioner_code text not null,
       package_codes text[] not null,
       priority_groups text[] not null,
       starts_on date not null,
       ends_on date not null check (ends_on >= starts_on),
       fee_fen bigint not null check (fee_fen >= 0),
       household_agreement_id uuid,
       terminated_on date check (terminated_on between starts_on and ends_on),
       termination_reason text check ((termination_reason is null) = (terminated_on is null)),
       profile_version text not null,
       version int not null,
       in_force daterange generated always as (daterange(starts_on, coalesce(terminated_on, ends_on + 1))) stored,
       constraint one_contract_in_force exclude using gist (resident_id with =, in_force with &&)
     )`,
    'create index contract_by_institution on contract (institution_code, contract_id)',
    'create index contract_by_leader on contract using gist (leader_practitioner_code, in_force)',
    `create table contract_service (
       contract_id uuid not null references contract,
       source_event_id uuid not null,
       kind text not null,
       happened_on date not null,
       primary key (contract_id, source_event_id)
     )`,
  ],
});
