import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, enrolmentClosed, enrolmentOpened, IncomingEvent } from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

const head = '"enrolmentId" uuid, "residentId" uuid, programme text, "institutionCode" text, "recordedAt" timestamptz';

/** Who is in whose care, and since when. Either event may come first: each writes its own columns. */
@Injectable()
export class EnrolmentOpenedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof enrolmentOpened>>[]): Promise<void> {
    await tx.query(
      `insert into enrolment as known (enrolment_id, resident_id, programme, institution_code, enrolled_on, recorded_at)
       select "enrolmentId", "residentId", programme, "institutionCode", "enrolledOn", "recordedAt"
       from json_to_recordset($1::json) as e (${head}, "enrolledOn" date)
       on conflict (enrolment_id) do update set enrolled_on = excluded.enrolled_on,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

@Injectable()
export class EnrolmentClosedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof enrolmentClosed>>[]): Promise<void> {
    await tx.query(
      `insert into enrolment as known (enrolment_id, resident_id, programme, institution_code, closed_on, recorded_at)
       select "enrolmentId", "residentId", programme, "institutionCode", "closedOn", "recordedAt"
       from json_to_recordset($1::json) as e (${head}, "closedOn" date)
       on conflict (enrolment_id) do update set closed_on = excluded.closed_on,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}
