import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type {
  DataOf,
  IncomingEvent,
  referralAccepted,
  referralCounterOffered,
  referralRejected,
  referralReviewed,
  referralSentToReceiver,
  referralSubmitted,
} from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

const head = '"referralId" uuid, "residentId" uuid, "toInstitutionCode" text, "occurredAt" timestamptz, "recordedAt" timestamptz';
const latest = 'recorded_at = greatest(known.recorded_at, excluded.recorded_at)';

/** How urgent a referral is: it sets the time for the answer. */
@Injectable()
export class ReferralUrgencyFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof referralSubmitted>>[]): Promise<void> {
    await tx.query(
      `insert into referral_reply as known (referral_id, resident_id, urgency, recorded_at)
       select "referralId", "residentId", urgency, "recordedAt" from json_to_recordset($1::json) as e (${head}, urgency text)
       on conflict (referral_id) do update set urgency = excluded.urgency, ${latest}`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** When the receiver's time began: with the approval, or at once where nobody reviews. */
@Injectable()
export class ReferralSentFacts {
  async onSet(
    tx: Tx,
    events: readonly IncomingEvent<DataOf<typeof referralSentToReceiver | typeof referralReviewed>>[],
  ): Promise<void> {
    await tx.query(
      `insert into referral_reply as known (referral_id, resident_id, institution_code, sent_at, recorded_at)
       select "referralId", "residentId", "toInstitutionCode", "occurredAt", "recordedAt"
       from json_to_recordset($1::json) as e (${head})
       on conflict (referral_id) do update set institution_code = excluded.institution_code, sent_at = excluded.sent_at, ${latest}`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** The receiver's first word: yes, no, or other days. What a reviewer rejects never reached a receiver. */
@Injectable()
export class ReferralAnswerFacts {
  async onSet(
    tx: Tx,
    events: readonly IncomingEvent<DataOf<typeof referralAccepted | typeof referralRejected | typeof referralCounterOffered>>[],
  ): Promise<void> {
    const answers = events.filter(({ data }) => !('rejectedBy' in data) || data.rejectedBy === 'RECEIVER');
    if (answers.length === 0) return;
    await tx.query(
      `insert into referral_reply as known (referral_id, resident_id, answered_at, recorded_at)
       select "referralId", "residentId", min("occurredAt"), max("recordedAt") from json_to_recordset($1::json) as e (${head})
       group by "referralId", "residentId"
       on conflict (referral_id) do update set answered_at = least(known.answered_at, excluded.answered_at), ${latest}`,
      [JSON.stringify(answers.map(({ data }) => data))],
    );
  }
}
