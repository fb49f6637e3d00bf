import { sqlMigration } from '@yigongti/database';

export const endAReferral = sqlMigration({
  at: 1795410000000,
  name: 'end-a-referral',
  reason:
    'Counter-offers, ends before the arrival, documents; and the two instants by which a sweep finds who let the time pass. What waits ' +
    'already gets the limits of the assumption that all counties share: one day.',
  up: [
    `alter table referral
       add column counter_offer jsonb,
       add column expected_by timestamptz,
       add column call_off jsonb,
       add column records jsonb not null default '[]',
       add column expires_at timestamptz`,
    `update referral set expires_at = reply_due_at + interval '1 day'
       where status in ('UNDER_REVIEW', 'PENDING_RECEIVER') and reply_due_at is not null`,
    `update referral
       set expected_by = ((greatest(window_end, (acceptance ->> 'end')::date) + 2)::timestamp at time zone 'Asia/Shanghai')
       where status = 'ACCEPTED'`,
    `create index referral_that_lapses on referral (expires_at)
       where status in ('SUBMITTED', 'UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED')`,
    "create index referral_that_is_expected on referral (expected_by) where status = 'ACCEPTED'",
  ],
});
