import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, referralArrived, referralClosed } from '@yigongti/events';
import { businessDateOf } from '@yigongti/kernel';
import { lastOfEach } from '@yigongti/messaging';

const head =
  '"referralId" uuid, "residentId" uuid, direction text, "fromInstitutionCode" text, "toInstitutionCode" text, "recordedAt" timestamptz';

/** Referrals that arrived, and when. Either event may come first: each writes its own columns. */
@Injectable()
export class ReferralArrivedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof referralArrived>>[]): Promise<void> {
    await tx.query(
      `insert into referral as known (referral_id, resident_id, direction, from_institution_code, to_institution_code, arrived_on, follow_up_done,
         recorded_at)
       select "referralId", "residentId", direction, "fromInstitutionCode", "toInstitutionCode", "arrivedOn", false, "recordedAt"
       from json_to_recordset($1::json) as e (${head}, "arrivedOn" date)
       on conflict (referral_id) do update set arrived_on = excluded.arrived_on,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** Closed loops. Of the cause only whether it was the follow-up is kept. */
@Injectable()
export class ReferralClosedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof referralClosed>>[]): Promise<void> {
    const closings = lastOfEach(events).map(({ data }) => ({
      ...data,
      closedOn: businessDateOf(data.occurredAt),
      followUpDone: data.cause === 'FOLLOW_UP_DONE',
    }));
    await tx.query(
      `insert into referral as known (referral_id, resident_id, direction, from_institution_code, to_institution_code, closed_on, follow_up_done,
         recorded_at)
       select "referralId", "residentId", direction, "fromInstitutionCode", "toInstitutionCode", "closedOn", "followUpDone", "recordedAt"
       from json_to_recordset($1::json) as e (${head}, "closedOn" date, "followUpDone" boolean)
       on conflict (referral_id) do update set closed_on = excluded.closed_on, follow_up_done = excluded.follow_up_done,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(closings)],
    );
  }
}
