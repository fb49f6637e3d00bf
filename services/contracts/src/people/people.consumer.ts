import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, enrolmentClosed, enrolmentOpened, IncomingEvent, practitionerChanged } from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

/** Keeps who is employed where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof practitionerChanged>>[]): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, role, active_from, active_to)
       select "practitionerCode", "institutionCode", role, "activeFrom", "activeTo" from json_to_recordset($1::json)
         as e ("practitionerCode" text, "institutionCode" text, role text, "activeFrom" date, "activeTo" date)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code, role = excluded.role,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** Open enrolments make priority groups. */
@Injectable()
export class EnrolmentOpenedProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof enrolmentOpened>>[]): Promise<void> {
    await tx.query(
      `insert into enrolment (enrolment_id, resident_id, programme, enrolled_on)
       select "enrolmentId", "residentId", programme, "enrolledOn" from json_to_recordset($1::json)
         as e ("enrolmentId" uuid, "residentId" uuid, programme text, "enrolledOn" date)
       on conflict (enrolment_id) do nothing`,
      [JSON.stringify(events.map(({ data }) => data))],
    );
  }
}

@Injectable()
export class EnrolmentClosedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof enrolmentClosed>>): Promise<void> {
    await tx.query('update enrolment set closed_on = $2 where enrolment_id = $1', [data.enrolmentId, data.closedOn]);
  }
}
