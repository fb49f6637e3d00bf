import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, encounterRecorded, IncomingEvent } from '@yigongti/events';
import { businessDateOf } from '@yigongti/kernel';
import { lastOfEach } from '@yigongti/messaging';

/** Visits and stays by day; who it was and what they had is not kept. View `encounters_of_day` counts them. */
@Injectable()
export class EncounterFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof encounterRecorded>>[]): Promise<void> {
    const encounters = lastOfEach(events).map(({ data, aggregateVersion }) => ({
      ...data,
      happenedOn: businessDateOf(data.happenedAt),
      version: aggregateVersion,
    }));
    await tx.query(
      `insert into encounter as known (encounter_id, institution_code, kind, happened_on, out_of_county, version)
       select "encounterId", "institutionCode", kind, "happenedOn", "outOfCounty", version from json_to_recordset($1::json)
         as e ("encounterId" uuid, "institutionCode" text, kind text, "happenedOn" date, "outOfCounty" boolean, version int)
       on conflict (encounter_id) do update set institution_code = excluded.institution_code, kind = excluded.kind,
         happened_on = excluded.happened_on, out_of_county = excluded.out_of_county, version = excluded.version
       where known.version < excluded.version`,
      [JSON.stringify(encounters)],
    );
  }
}
