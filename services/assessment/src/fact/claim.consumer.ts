import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { claimReceived, claimReversed, DataOf, IncomingEvent } from '@yigongti/events';

/** What care cost. A list counts once, in its highest version, whichever version came first. */
@Injectable()
export class ClaimFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof claimReceived>>[]): Promise<void> {
    await tx.query(
      `insert into claim as known (institution_code, list_no, list_version, claim_id, resident_id, visit_kind, discharged_on, total_fen,
         recorded_at)
       select distinct on ("institutionCode", "listNo")
         "institutionCode", "listNo", "listVersion", "claimId", "residentId", "visitKind", "dischargedOn", "totalFen",
         "recordedAt"
       from json_to_recordset($1::json) as e ("institutionCode" text, "listNo" text, "listVersion" int, "claimId" uuid,
         "residentId" uuid, "visitKind" text, "dischargedOn" date, "totalFen" bigint, "recordedAt" timestamptz)
       order by "institutionCode", "listNo", "listVersion" desc
       on conflict (institution_code, list_no) do update set list_version = excluded.list_version, claim_id = excluded.claim_id,
         resident_id = excluded.resident_id, visit_kind = excluded.visit_kind, discharged_on = excluded.discharged_on, total_fen = excluded.total_fen,
         recorded_at = excluded.recorded_at
       where known.list_version < excluded.list_version`,
      [JSON.stringify(events.map(({ data }) => data))],
    );
  }
}

/** Lists that their hospital took back, by the highest version that was. A corrected one is known by its next version. */
@Injectable()
export class WithdrawnClaimFacts {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof claimReversed>>[]): Promise<void> {
    const withdrawn = events.map(({ data }) => data).filter(({ cause }) => cause === 'WITHDRAWN');
    await tx.query(
      `insert into withdrawn_claim as known (institution_code, list_no, list_version, recorded_at)
       select distinct on ("institutionCode", "listNo") "institutionCode", "listNo", "listVersion", "recordedAt"
       from json_to_recordset($1::json) as e ("institutionCode" text, "listNo" text, "listVersion" int, "recordedAt" timestamptz)
       order by "institutionCode", "listNo", "listVersion" desc
       on conflict (institution_code, list_no) do update set list_version = excluded.list_version, recorded_at = excluded.recorded_at
       where known.list_version < excluded.list_version`,
      [JSON.stringify(withdrawn)],
    );
  }
}
