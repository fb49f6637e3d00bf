import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, encounterRecorded, IncomingEvent, practitionerChanged, residentChanged } from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

/** Keeps the residents; no birth date, sex or address, since no rule of ours asks for them. */
@Injectable()
export class ResidentProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof residentChanged>>[]): Promise<void> {
    await tx.query(
      `insert into resident (resident_id, home_institution_code, died_on, merged_into)
       select "residentId", "homeInstitutionCode", "diedOn", "mergedInto" from json_to_recordset($1::json)
         as e ("residentId" uuid, "homeInstitutionCode" text, "diedOn" date, "mergedInto" uuid)
       on conflict (resident_id) do update set home_institution_code = excluded.home_institution_code,
         died_on = excluded.died_on, merged_into = excluded.merged_into`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** Keeps who works where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof practitionerChanged>>[]): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, active_from, active_to)
       select "practitionerCode", "institutionCode", "activeFrom", "activeTo" from json_to_recordset($1::json)
         as e ("practitionerCode" text, "institutionCode" text, "activeFrom" date, "activeTo" date)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** Keeps admissions by their numbers, to tell an encounter of the patient from one of somebody else. */
@Injectable()
export class AdmissionProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof encounterRecorded>>[]): Promise<void> {
    const admissions = lastOfEach(events.filter(({ data }) => data.kind === 'ADMISSION'));
    if (admissions.length === 0) return;
    await tx.query(
      `insert into admission (encounter_id, institution_code, source_no, admission_no, resident_id)
       select "encounterId", "institutionCode", "sourceNo", "admissionNo", "residentId" from json_to_recordset($1::json)
         as e ("encounterId" uuid, "institutionCode" text, "sourceNo" text, "admissionNo" text, "residentId" uuid)
       on conflict (encounter_id) do update set source_no = excluded.source_no, admission_no = excluded.admission_no,
         resident_id = excluded.resident_id`,
      [JSON.stringify(admissions.map(({ data }) => data))],
    );
  }
}
