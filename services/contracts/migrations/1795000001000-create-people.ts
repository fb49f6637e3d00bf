import { sqlMigration } from '@yigongti/database';

export const createPeople = sqlMigration({
  at: 1795000001000,
  name: 'create-people',
  reason: 'Signing needs to know residents, practitioners and open enrolments without asking their owners.',
  up: [
    `create table resident (
       resident_id uuid primary key,
       birth_date date not null,
       home_institution_code text not null,
       gone_on date,
       gone_reason text check ((gone_reason is null) = (gone_on is null))
     )`,
    `create table practitioner (
       practitioner_code text primary key,
       institution_code text not null,
       role text not null,
       active_from date not null,
       active_to date
     )`,
    `create table enrolment (
       enrolment_id uuid primary key,
       resident_id uuid not null,
       programme text not null,
       enrolled_on date not null,
       closed_on date
     )`,
    'create index enrolment_by_resident on enrolment (resident_id) where closed_on is null',
  ],
});
