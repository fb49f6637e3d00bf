import { sqlMigration } from '@yigongti/database';

const clearedMonth = (month: string) => `select 1 from run r join pool p using (pool_id)
  where p.consortium_code = c.consortium_code and p.insurance_type = c.insurance_type and r.month = ${month}`;

/** Lists that waited because their month was cleared before they came: from now on they are booked in the next one that is open. */
const moveWaitingLists = `update claim c set cause = 'LATE', month = (
    select to_char(later, 'YYYY-MM')
    from generate_series((c.month || '-01')::date + interval '1 month', (c.month || '-01')::date + interval '10 years',
      interval '1 month') later
    where not exists (${clearedMonth("to_char(later, 'YYYY-MM')")})
    order by later limit 1)
  where c.points > 0 and exists (${clearedMonth('c.month')}) and not exists (select 1 from run_claim k where k.claim_id = c.claim_id)`;

const named = 'institution_code, consortium_code, insurance_type, resident_id, list_no, list_version';
const figures = [
  'points',
  'total_fen',
  'own_pay_fen',
  'over_limit_fen',
  'pre_self_pay_fen',
  'in_scope_fen',
  'deductible_fen',
  'fund_paid_fen',
  'personal_fen',
];

export const createBooking = sqlMigration({
  at: 1795000005000,
  name: 'create-booking',
  reason:
    'A late list, a corrected one and a reversal are booked in the next open month; a reversal is its original with the sign turned.',
  up: [
    `alter table claim add column consortium_code text, add column replaces_claim_id uuid references claim,
       add column cause text not null default 'ON_TIME' check (cause in ('ON_TIME', 'LATE', 'CORRECTION'))`,
    'update claim c set consortium_code = i.consortium_code from institution i where i.code = c.institution_code',
    moveWaitingLists,
    'alter table claim alter column cause drop default',
    'create index claim_by_booking on claim (consortium_code, insurance_type, month)',
    `create table claim_reversal (
       claim_id uuid primary key references claim,
       month text not null,
       cause text not null check (cause in ('CORRECTED', 'WITHDRAWN')),
       reason_code text,
       replaced_by_claim_id uuid references claim deferrable initially deferred,
       reversed_on date not null,
       constraint cause_is_said check (
         (cause = 'CORRECTED') = (replaced_by_claim_id is not null) and (cause = 'WITHDRAWN') = (reason_code is not null))
     )`,
    'create index claim_reversal_by_month on claim_reversal (month)',
    `create trigger reversal_never_changes before update or delete on claim_reversal
       for each row execute function refuse_change()`,
    `create view booking as
     select claim_id, 'ORIGINAL' as kind, cause, month, to_char(discharged_on, 'YYYY-MM') as care_month, ${named},
       ${figures.join(', ')} from claim
     union all
     select claim_id, 'REVERSAL', r.cause, r.month, to_char(c.discharged_on, 'YYYY-MM'), ${named},
       ${figures.map((figure) => `-${figure}`).join(', ')} from claim_reversal r join claim c using (claim_id)`,
    'alter table run_claim rename to run_booking',
    `alter table run_booking add column kind text not null default 'ORIGINAL' check (kind in ('ORIGINAL', 'REVERSAL')),
       drop constraint run_claim_pkey, drop constraint run_claim_points_check,
       add constraint booking_is_cleared_once primary key (claim_id, kind), add check (points <> 0)`,
    'alter table run_booking alter column kind drop default',
    'alter table run_statement add column booked_points numeric',
    'update run_statement set booked_points = points',
    `alter table run_statement alter column booked_points set not null, drop constraint run_statement_points_check,
       add constraint points_below_zero_take_no_share check (points = greatest(booked_points, 0))`,
  ],
});
