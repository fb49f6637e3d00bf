import { sqlMigration } from '@yigongti/database';

export const createPeople = sqlMigration({
  at: 1795010001000,
  name: 'create-people',
  reason:
    'A referral is judged by residents, doctors, contracts and admissions as their owners tell them; only what is judged is kept.',
  up: [
    `create table resident (
       resident_id uuid primary key,
       home_institution_code text not null,
       died_on date,
       merged_into uuid
     )`,
    `create table practitioner (
       practitioner_code text primary key,
       institution_code text not null,
       active_from date not null,
       active_to date
     )`,
    `create table team (
       team_id uuid primary key,
       practitioner_codes text[] not null
     )`,
    `create table contract (
       contract_id uuid primary key,
       resident_id uuid not null,
       team_id uuid not null,
       starts_on date not null,
       ends_on date not null,
       terminated_on date
     )`,
    'create index contract_by_resident on contract (resident_id, starts_on)',
    `create table admission (
       encounter_id uuid primary key,
       institution_code text not null,
       source_no text not null,
       admission_no text,
       resident_id uuid not null
     )`,
    'create index admission_by_source_no on admission (institution_code, source_no)',
    'create index admission_by_admission_no on admission (institution_code, admission_no)',
  ],
});
