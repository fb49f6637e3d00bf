import { sqlMigration } from '@yigongti/database';

/**
 * Whose record a fact is, by id alone: null for facts that were taken before this version. Times of recording everywhere, since they tell
 * how fresh a figure is.
 */
const records = [
  'alter table referral add column resident_id uuid',
  'alter table claim add column resident_id uuid',
  'alter table encounter add column resident_id uuid, add column recorded_at timestamptz',
  'create index encounter_by_happening on encounter (happened_on)',
  'create index encounter_by_recording on encounter (recorded_at)',
];

/** When a receiver was asked and when it first answered; each event writes its own columns, whichever comes first. */
const replies = [
  `create table referral_reply (
     referral_id uuid primary key,
     resident_id uuid not null,
     institution_code text,
     urgency text,
     sent_at timestamptz,
     answered_at timestamptz,
     recorded_at timestamptz not null
   )`,
  'create index referral_reply_by_sending on referral_reply (sent_at)',
  'create index referral_reply_by_recording on referral_reply (recorded_at)',
];

export const createRecords = sqlMigration({
  at: 1795000003000,
  name: 'create-records',
  reason: 'A figure opens to the records behind it; answers to referrals and visits by residents are counted.',
  up: ['drop view encounters_of_day', ...records, ...replies],
});
