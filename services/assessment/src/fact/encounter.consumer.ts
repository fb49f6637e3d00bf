import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, encounterRecorded, IncomingEvent } from '@yigongti/events';
import { businessDateOf } from '@yigongti/kernel';
import { lastOfEach } from '@yigongti/messaging';

/** Visits and stays: where, when and whose, by id; what they had is not kept. */
@Injectable()
export class EncounterFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof encounterRecorded>>[]): Promise<void> {
    const encounters = lastOfEach(events).map(({ data, aggregateVersion }) => ({
      ...data,
      happenedOn: businessDateOf(data.happenedAt),
      version: aggregateVersion,
    }));
    await tx.query(
      `insert into encounter as known (encounter_id, institution_code, resident_id, kind, happened_on, out_of_county, recorded_at, version)
       select "encounterId", "institutionCode", "residentId", kind, "happenedOn", "outOfCounty", "recordedAt", version
       from json_to_recordset($1::json) as e ("encounterId" uuid, "institutionCode" text, "residentId" uuid, kind text,
         "happenedOn" date, "outOfCounty" boolean, "recordedAt" timestamptz, version int)
       on conflict (encounter_id) do update set institution_code = excluded.institution_code,
         resident_id = excluded.resident_id, kind = excluded.kind, happened_on = excluded.happened_on,
         out_of_county = excluded.out_of_county, recorded_at = excluded.recorded_at, version = excluded.version
       where known.version < excluded.version`,
      [JSON.stringify(encounters)],
    );
  }
}
