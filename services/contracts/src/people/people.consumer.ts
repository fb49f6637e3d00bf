import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, enrolmentClosed, enrolmentOpened, IncomingEvent, practitionerChanged } from '@yigongti/events';

/** Keeps who is employed where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof practitionerChanged>>): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, role, active_from, active_to) values ($1, $2, $3, $4, $5)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code, role = excluded.role,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [data.practitionerCode, data.institutionCode, data.role, data.activeFrom, data.activeTo],
    );
  }
}

/** Open enrolments make priority groups. */
@Injectable()
export class EnrolmentOpenedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof enrolmentOpened>>): Promise<void> {
    await tx.query(
      `insert into enrolment (enrolment_id, resident_id, programme, enrolled_on) values ($1, $2, $3, $4)
       on conflict (enrolment_id) do nothing`,
      [data.enrolmentId, data.residentId, data.programme, data.enrolledOn],
    );
  }
}

@Injectable()
export class EnrolmentClosedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof enrolmentClosed>>): Promise<void> {
    await tx.query('update enrolment set closed_on = $2 where enrolment_id = $1', [data.enrolmentId, data.closedOn]);
  }
}
