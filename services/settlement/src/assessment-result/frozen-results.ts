import type { Tx } from '@yigongti/database';
import type { Month, Uuid } from '@yigongti/kernel';

/** A frozen assessment of a period: the only one that money uses. */
export interface FrozenResult {
  readonly resultId: Uuid;
  readonly period: string;
  readonly resultVersion: number;
}

/** Port: frozen assessment results, as the assessment service's events told them. */
export abstract class FrozenResults {
  /** The newest version of the month, or the very result that is asked for; null while it is not frozen. */
  abstract ofMonth(tx: Tx, month: Month, resultId: Uuid | null): Promise<FrozenResult | null>;
}
