import { sqlMigration } from '@yigongti/database';

/**
 * Facts as other services told them, only the columns that an indicator reads. No foreign keys: facts of different topics come in
 * any order. What a later event of the same aggregate adds may be null, so that either may come first.
 */
const factTables = [
  `create table resident (
     resident_id uuid primary key,
     home_institution_code text not null,
     birth_date date not null,
     registered_on date not null,
     died_on date,
     moved_out_on date,
     merged_into uuid,
     recorded_at timestamptz not null,
     version int not null
   )`,
  `create table contract (
     contract_id uuid primary key,
     resident_id uuid not null,
     starts_on date,
     ends_on date,
     terminated_on date,
     recorded_at timestamptz not null
   )`,
  `create table referral (
     referral_id uuid primary key,
     direction text not null,
     from_institution_code text not null,
     to_institution_code text,
     arrived_on date,
     closed_on date,
     follow_up_done boolean not null,
     recorded_at timestamptz not null
   )`,
  'create index referral_by_arrival on referral (arrived_on)',
  `create table enrolment (
     enrolment_id uuid primary key,
     resident_id uuid not null,
     programme text not null,
     institution_code text not null,
     enrolled_on date,
     closed_on date,
     recorded_at timestamptz not null
   )`,
  `create table control_reading (
     task_id uuid primary key,
     enrolment_id uuid not null,
     completed_on date not null,
     sequence int not null,
     controlled boolean not null,
     recorded_at timestamptz not null
   )`,
  'create index control_reading_by_enrolment on control_reading (enrolment_id, completed_on)',
  `create table claim (
     institution_code text not null,
     list_no text not null,
     list_version int not null,
     claim_id uuid not null,
     visit_kind text not null,
     discharged_on date not null,
     total_fen bigint not null,
     recorded_at timestamptz not null,
     primary key (institution_code, list_no)
   )`,
  'create index claim_by_discharge on claim (visit_kind, discharged_on)',
  `create table encounter (
     encounter_id uuid primary key,
     institution_code text not null,
     kind text not null,
     happened_on date not null,
     out_of_county boolean not null,
     version int not null
   )`,
  'create index encounter_by_day on encounter (institution_code, happened_on, kind)',
];

const told = ['resident', 'contract', 'referral', 'enrolment', 'control_reading', 'claim'];

/** `union` without `all` ends even where clinics name each other as parents. */
const units = `create view assessed_unit as
  with recursive above as (
    select code as institution_code, code, level, parent_code from institution
    union
    select above.institution_code, parent.code, parent.level, parent.parent_code
    from above join institution parent on parent.code = above.parent_code
    where above.level = 'VILLAGE'
  )
  select institution_code, code as unit_code from above where level <> 'VILLAGE'`;

const countsByDay = `create view encounters_of_day as
  select u.unit_code, e.happened_on, e.kind, count(*)::int as encounters
  from encounter e join assessed_unit u on u.institution_code = e.institution_code
  where not e.out_of_county group by u.unit_code, e.happened_on, e.kind`;

export const createFacts = sqlMigration({
  at: 1795000001000,
  name: 'create-facts',
  reason: 'Indicators are counted from facts that events bring; a village clinic counts with its township.',
  up: [...factTables, ...told.map((table) => `create index ${table}_by_recording on ${table} (recorded_at)`), units, countsByDay],
});
