import { sqlMigration } from '@yigongti/database';

/** A version that puts lines right names the one that it follows; what was frozen is not touched. */
const versions = [
  'alter table result add column supersedes_result_id uuid unique references result',
  `create table result_subject (
     result_id uuid not null references result,
     institution_code text not null,
     peer_group text not null,
     primary key (result_id, institution_code)
   )`,
  `insert into result_subject (result_id, institution_code, peer_group)
   select distinct r.result_id, r.institution_code, i.level
   from result_indicator r join institution i on i.code = r.institution_code where i.kind <> 'HEALTH_BUREAU'`,
  `create table result_correction (
     result_id uuid not null references result,
     appeal_id uuid not null,
     code text not null,
     institution_code text not null,
     numerator_before numeric not null,
     denominator_before numeric not null,
     numerator numeric not null,
     denominator numeric not null,
     primary key (result_id, code, institution_code)
   )`,
  'create trigger subject_stays before update or delete on result_subject for each row execute function refuse_change()',
  'create trigger correction_stays before update or delete on result_correction for each row execute function refuse_change()',
];

const appeals = [
  `create table appeal (
     appeal_id uuid primary key,
     result_id uuid not null references result,
     period text not null,
     institution_code text not null,
     indicator_code text not null,
     reason_code text not null,
     evidence text[] not null,
     state text not null check (state in ('SUBMITTED', 'WITHDRAWN', 'UPHELD', 'DISMISSED')),
     submitted_at timestamptz not null,
     grounds_code text,
     corrected_numerator numeric,
     corrected_denominator numeric,
     decided_at timestamptz check ((decided_at is null) = (state in ('SUBMITTED', 'WITHDRAWN'))),
     version int not null
   )`,
  `create unique index one_appeal_of_a_line on appeal (result_id, institution_code, indicator_code) where state <> 'WITHDRAWN'`,
  'create index appeal_by_institution on appeal (institution_code, appeal_id)',
];

export const createAppeal = sqlMigration({
  at: 1795000004000,
  name: 'create-appeal',
  reason:
    'Institutions appeal against their lines; what is upheld makes the next version of a result, and each version its ranking.',
  up: [...versions, ...appeals],
});
