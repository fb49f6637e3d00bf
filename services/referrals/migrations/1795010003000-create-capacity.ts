import { sqlMigration } from '@yigongti/database';

export const createCapacity = sqlMigration({
  at: 1795010003000,
  name: 'create-capacity',
  reason: 'Beds and slots that departments keep for referrals, and who holds which; never more than there are.',
  up: [
    `create table capacity (
       capacity_id uuid primary key,
       institution_code text not null,
       department_code text not null,
       kind text not null,
       from_date date not null,
       to_date date not null,
       total int not null check (total >= 0),
       held int not null check (held >= 0),
       consumed int not null check (consumed >= 0),
       version int not null,
       constraint never_more_than_there_are check (held + consumed <= total),
       constraint capacity_days_in_order check (from_date <= to_date)
     )`,
    'create index capacity_by_institution on capacity (institution_code, capacity_id)',
    `create table capacity_hold (
       referral_id uuid primary key references referral,
       capacity_id uuid not null references capacity,
       state text not null check (state in ('HELD', 'CONSUMED', 'RELEASED'))
     )`,
    'create index capacity_hold_by_capacity on capacity_hold (capacity_id, state)',
  ],
});
