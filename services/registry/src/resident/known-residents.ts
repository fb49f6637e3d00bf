import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';

/** Those of the ids that are registered. */
export async function knownResidents(tx: Tx, residentIds: readonly Uuid[]): Promise<Set<Uuid>> {
  const rows = await tx.query<{ resident_id: Uuid }[]>('select resident_id from resident where resident_id = any($1)', [
    [...new Set(residentIds)],
  ]);
  return new Set(rows.map((row) => row.resident_id));
}
