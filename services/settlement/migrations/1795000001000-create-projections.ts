import { sqlMigration } from '@yigongti/database';

export const createProjections = sqlMigration({
  at: 1795000001000,
  name: 'create-projections',
  reason: 'Paying needs residents, contracts, referrals, group catalogues and frozen scores without asking their owners.',
  up: [
    `create table resident (
       resident_id uuid primary key,
       insurance_type text not null,
       home_institution_code text not null,
       registered_on date not null,
       died_on date,
       moved_out_on date,
       merged_into uuid
     )`,
    'create index resident_by_home on resident (home_institution_code, insurance_type)',
    `create table contract (
       contract_id uuid primary key,
       resident_id uuid not null,
       starts_on date not null,
       ends_on date not null,
       terminated_on date
     )`,
    'create index contract_by_resident on contract (resident_id)',
    `create table referral (
       referral_id uuid primary key,
       referral_no text not null,
       resident_id uuid not null,
       from_institution_code text not null,
       to_institution_code text,
       submitted_on date,
       arrived_on date
     )`,
    'create index referral_by_number on referral (resident_id, referral_no)',
    `create table group_catalogue (
       catalogue_code text not null,
       version int not null,
       entries jsonb not null,
       primary key (catalogue_code, version)
     )`,
    `create table frozen_result (
       result_id uuid primary key,
       period text not null,
       scheme_id uuid not null,
       result_version int not null
     )`,
    'create index frozen_result_by_period on frozen_result (period, result_version desc)',
    `create table frozen_score (
       result_id uuid not null references frozen_result,
       institution_code text not null,
       score numeric not null,
       coefficient numeric not null check (coefficient >= 0),
       primary key (result_id, institution_code)
     )`,
  ],
});
