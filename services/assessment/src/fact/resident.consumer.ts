import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

/** Residents as the registry now knows them: the dates of their state, and whose they are. */
@Injectable()
export class ResidentFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof residentChanged>>[]): Promise<void> {
    const states = lastOfEach(events).map(({ data, aggregateVersion }) => ({ ...data, version: aggregateVersion }));
    await tx.query(
      `insert into resident as known (resident_id, home_institution_code, birth_date, registered_on, died_on, moved_out_on,
         merged_into, recorded_at, version)
       select "residentId", "homeInstitutionCode", "birthDate", "registeredOn", "diedOn", "movedOutOn", "mergedInto", "recordedAt", version
       from json_to_recordset($1::json) as e ("residentId" uuid, "homeInstitutionCode" text, "birthDate" date, "registeredOn" date,
         "diedOn" date, "movedOutOn" date, "mergedInto" uuid, "recordedAt" timestamptz, version int)
       on conflict (resident_id) do update set home_institution_code = excluded.home_institution_code,
         birth_date = excluded.birth_date, registered_on = excluded.registered_on, died_on = excluded.died_on,
         moved_out_on = excluded.moved_out_on, merged_into = excluded.merged_into, recorded_at = excluded.recorded_at,
         version = excluded.version
       where known.version < excluded.version`,
      [JSON.stringify(states)],
    );
  }
}
