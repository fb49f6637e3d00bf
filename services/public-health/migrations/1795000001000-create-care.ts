import { sqlMigration } from '@yigongti/database';

export const createCare = sqlMigration({
  at: 1795000001000,
  name: 'create-care',
  reason: 'Enrolments and follow-up tasks, and what they need to know of people; nothing is planned twice whatever is replayed.',
  up: [
    `create table resident (
       resident_id uuid primary key,
       birth_date date not null,
       home_institution_code text not null,
       gone_on date
     )`,
    `create table practitioner (
       practitioner_code text primary key,
       institution_code text not null,
       active_from date not null,
       active_to date
     )`,
    `create table contract (
       contract_id uuid primary key,
       resident_id uuid not null,
       team_code text not null,
       institution_code text not null,
       starts_on date not null,
       ends_on date not null,
       terminated_on date
     )`,
    'create index contract_by_resident on contract (resident_id, starts_on)',
    `create table last_encounter (
       resident_id uuid primary key,
       institution_code text not null,
       happened_on date not null
     )`,
    `create table enrolment (
       enrolment_id uuid primary key,
       resident_id uuid not null,
       programme text not null,
       institution_code text not null,
       diagnosis_code text not null,
       enrolled_on date not null,
       closed_on date check (closed_on >= enrolled_on),
       close_reason text check ((close_reason is null) = (closed_on is null)),
       profile_version text not null,
       version int not null
     )`,
    'create unique index one_open_enrolment on enrolment (resident_id, programme) where closed_on is null',
    'create index enrolment_by_institution on enrolment (institution_code, enrolment_id)',
    `create table task (
       task_id uuid primary key,
       resident_id uuid not null,
       institution_code text not null,
       kind text not null,
       programme text,
       enrolment_id uuid references enrolment,
       referral_id uuid,
       sequence int not null,
       state text not null,
       window_start date not null,
       due date not null check (due >= window_start),
       rule_id text not null,
       rule_version text not null,
       cause_event_id uuid,
       completed_on date,
       practitioner_code text,
       record jsonb,
       classification text,
       controlled boolean,
       classified_by text,
       referral_reasons jsonb not null,
       next_due date,
       cancel_reason text,
       version int not null,
       constraint one_task_per_step unique nulls not distinct (enrolment_id, referral_id, sequence)
     )`,
    `create index task_by_institution on task (institution_code, due, task_id)`,
    `create index task_by_resident on task (resident_id)`,
    `create index task_to_open on task (window_start) where state = 'PLANNED'`,
  ],
});
