import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, encounterRecorded, IncomingEvent, practitionerChanged, residentChanged } from '@yigongti/events';

/** Keeps the residents; no birth date, sex or address, since no rule of ours asks for them. */
@Injectable()
export class ResidentProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof residentChanged>>): Promise<void> {
    await tx.query(
      `insert into resident (resident_id, home_institution_code, died_on, merged_into) values ($1, $2, $3, $4)
       on conflict (resident_id) do update set home_institution_code = excluded.home_institution_code,
         died_on = excluded.died_on, merged_into = excluded.merged_into`,
      [data.residentId, data.homeInstitutionCode, data.diedOn, data.mergedInto],
    );
  }
}

/** Keeps who works where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof practitionerChanged>>): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, active_from, active_to) values ($1, $2, $3, $4)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [data.practitionerCode, data.institutionCode, data.activeFrom, data.activeTo],
    );
  }
}

/** Keeps admissions by their numbers, to tell an encounter of the patient from one of somebody else. */
@Injectable()
export class AdmissionProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof encounterRecorded>>): Promise<void> {
    if (data.kind !== 'ADMISSION') return;
    await tx.query(
      `insert into admission (encounter_id, institution_code, source_no, admission_no, resident_id) values ($1, $2, $3, $4, $5)
       on conflict (encounter_id) do update set source_no = excluded.source_no, admission_no = excluded.admission_no,
         resident_id = excluded.resident_id`,
      [data.encounterId, data.institutionCode, data.sourceNo, data.admissionNo, data.residentId],
    );
  }
}
