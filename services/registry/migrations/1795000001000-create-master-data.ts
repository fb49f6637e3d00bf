import { sqlMigration } from '@yigongti/database';

export const createMasterData = sqlMigration({
  at: 1795000001000,
  name: 'create-master-data',
  reason: 'Who works where, the code tables, the people of the county and what hospitals report of their visits.',
  up: [
    `create table practitioner (
       practitioner_id uuid primary key,
       practitioner_code text not null unique,
       institution_code text not null,
       role text not null,
       active_from date not null,
       active_to date,
       source_version int not null,
       digest text not null,
       version int not null
     )`,
    'create index practitioner_by_institution on practitioner (institution_code, practitioner_code)',
    `create table catalogue (
       catalogue_id uuid primary key,
       catalogue_code text not null unique,
       valid_from date not null,
       entries jsonb not null,
       source_version int not null,
       digest text not null,
       version int not null
     )`,
    `create table household (
       household_id uuid primary key,
       home_institution_code text not null,
       household_no text not null,
       unique (home_institution_code, household_no)
     )`,
    `create table resident (
       resident_id uuid primary key,
       blind_index text not null unique,
       blind_index_key_id text not null,
       sealed_person text not null,
       sealing_key_id text not null,
       birth_date date not null,
       sex text not null,
       village_division_code text not null,
       home_institution_code text not null,
       household_id uuid references household,
       insurance_type text not null,
       registered_on date not null,
       died_on date,
       moved_out_on date,
       merged_into uuid references resident,
       source_no text not null,
       source_version int not null,
       digest text not null,
       version int not null
     )`,
    'create index resident_by_home on resident (home_institution_code, resident_id)',
    `create table encounter (
       encounter_id uuid primary key,
       source_key text not null unique,
       institution_code text not null,
       source_no text not null,
       resident_id uuid not null references resident,
       kind text not null,
       happened_at timestamptz not null,
       diagnosis_codes text[] not null,
       admission_no text,
       out_of_county boolean not null,
       practitioner_code text,
       source_version int not null,
       digest text not null,
       version int not null
     )`,
    'create index encounter_by_institution on encounter (institution_code, encounter_id)',
    'create index encounter_by_resident on encounter (resident_id, happened_at)',
  ],
});
