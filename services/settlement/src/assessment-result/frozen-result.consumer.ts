import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, resultFrozen } from '@yigongti/events';

/** Keeps frozen scores: a later change of the assessment is another result and alters nothing that was paid. */
@Injectable()
export class FrozenResultProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof resultFrozen>>): Promise<void> {
    await tx.query(
      `with result as (insert into frozen_result (result_id, period, scheme_id, result_version) values ($1, $2, $3, $4)
         on conflict (result_id) do nothing returning result_id)
       insert into frozen_score (result_id, institution_code, score, coefficient)
       select result_id, s."institutionCode", s.score, s.coefficient
       from result, json_to_recordset($5::json) s ("institutionCode" text, score numeric, coefficient numeric)`,
      [data.resultId, data.period, data.schemeId, data.resultVersion, JSON.stringify(data.scores)],
    );
  }
}
