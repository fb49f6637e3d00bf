import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { contractSigned, contractTerminated, DataOf, IncomingEvent } from '@yigongti/events';
import { lastOfEach } from '@yigongti/messaging';

/** When contracts are in force. Either event may come first: each writes its own columns. */
@Injectable()
export class ContractSignedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof contractSigned>>[]): Promise<void> {
    await tx.query(
      `insert into contract as known (contract_id, resident_id, starts_on, ends_on, recorded_at)
       select "contractId", "residentId", "startsOn", "endsOn", "recordedAt" from json_to_recordset($1::json)
         as e ("contractId" uuid, "residentId" uuid, "startsOn" date, "endsOn" date, "recordedAt" timestamptz)
       on conflict (contract_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

@Injectable()
export class ContractTerminatedFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof contractTerminated>>[]): Promise<void> {
    await tx.query(
      `insert into contract as known (contract_id, resident_id, terminated_on, recorded_at)
       select "contractId", "residentId", "terminatedOn", "recordedAt" from json_to_recordset($1::json)
         as e ("contractId" uuid, "residentId" uuid, "terminatedOn" date, "recordedAt" timestamptz)
       on conflict (contract_id) do update set terminated_on = excluded.terminated_on,
         recorded_at = greatest(known.recorded_at, excluded.recorded_at)`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}
