import { visibleSql, type Tx } from '@yigongti/database';
import type { Caller } from '@yigongti/kernel';

/** Codes of the institutions that the caller may report for: its own, its subtree, or all for county-wide roles. */
export async function reportableInstitutions(tx: Tx, caller: Caller): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }[]>(`select code from institution where ${visibleSql(caller, 'code', 1)}`, [
    caller.institutionCode,
  ]);
  return new Set(rows.map((row) => row.code));
}
