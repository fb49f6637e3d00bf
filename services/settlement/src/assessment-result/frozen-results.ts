import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';

/** A frozen assessment of a period: the only one that money uses. */
export interface FrozenResult {
  readonly resultId: Uuid;
  readonly period: string;
  readonly resultVersion: number;
}

/** Port: frozen assessment results, as the assessment service's events told them. */
export abstract class FrozenResults {
  /** The newest version of the period (`2026-06`, `2026`), or the very result that is asked for; null while it is not frozen. */
  abstract of(tx: Tx, period: string, resultId: Uuid | null): Promise<FrozenResult | null>;
}
