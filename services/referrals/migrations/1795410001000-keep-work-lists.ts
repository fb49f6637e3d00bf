import { sqlMigration } from '@yigongti/database';

export const keepWorkLists = sqlMigration({
  at: 1795410001000,
  name: 'keep-work-lists',
  reason:
    'Who came without a referral stands in the same work list, after those who have one; each list is read in its order from one index.',
  up: [
    `create table walk_in (
       walk_in_id uuid primary key,
       institution_code text not null,
       department_code text not null,
       resident_id uuid not null,
       visit_type text not null,
       urgency text not null,
       work_class text not null,
       queue_rank smallint generated always as (case work_class when 'EMERGENCY' then 1 when 'URGENT' then 2 else 5 end) stored,
       registered_at timestamptz not null,
       status text not null check (status in ('WAITING', 'TAKEN', 'LEFT')),
       version int not null
     )`,
    `create unique index walk_in_waits_once on walk_in (institution_code, department_code, resident_id) where status = 'WAITING'`,
    `create index walk_in_worklist on walk_in (institution_code, queue_rank, registered_at, walk_in_id) where status = 'WAITING'`,
    `create index referral_work_of_receiver on referral (to_institution_code, status, queue_rank, submitted_at, referral_id)
       where status in ('ACCEPTED', 'ARRIVED', 'IN_CARE', 'OUTCOME_SENT')`,
    `create index referral_work_of_sender on referral (from_institution_code, queue_rank, submitted_at, referral_id)
       where status = 'COUNTER_OFFERED'`,
    `create index referral_work_of_reviewer on referral (reviewer_institution_code, queue_rank, submitted_at, referral_id)
       where status = 'UNDER_REVIEW'`,
  ],
});
