import type { Tx } from '@yigongti/database';
import { repeatState } from '../outbox/outbox.ts';
import type { StateSource } from './state-source.ts';

const rowsMax = 200;

/**
 * Says the present state again of aggregates whose last record may be an older one, now that nothing late can come any more.
 * The same version with a new event id: consumers that have it ignore it, whoever rebuilds from the topic gets it last.
 * Returns how many aggregates were looked at.
 */
export async function repeatDueStates(tx: Tx, sources: readonly StateSource[]): Promise<number> {
  const due = await tx.query<{ topic: string; aggregate_id: string }[]>(
    `with due as (
       select topic, aggregate_id from state_recheck where due_at <= clock_timestamp() and topic = any($1::text[])
       order by due_at limit $2 for update skip locked),
     done as (
       delete from state_recheck r using due where r.topic = due.topic and r.aggregate_id = due.aggregate_id
       returning r.topic, r.aggregate_id)
     select topic, aggregate_id from done order by topic, aggregate_id`,
    [sources.map(({ definition }) => definition.topic), rowsMax],
  );
  for (const source of sources) {
    const ids = due.filter(({ topic }) => topic === source.definition.topic).map((row) => row.aggregate_id);
    if (ids.length > 0) await repeatState(tx, await source.currentState(tx, ids));
  }
  return due.length;
}
