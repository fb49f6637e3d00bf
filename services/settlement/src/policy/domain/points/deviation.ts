import { decimal, type Decimal, type Fen } from '@yigongti/kernel';
import type { DeviationTerms } from './point-terms.ts';

export interface Deviation {
  readonly deviates: boolean;
  /** What the score is multiplied by; null where the cost is beyond any rule and experts decide. */
  readonly factor: Decimal | null;
}

/**
 * Below the low limit the score follows the cost; above the high one it grows by what exceeds it: `r − high + 1`, continuous at the limit.
 * At the low limit it jumps on purpose, from half a score to a whole one. Limits are compared as products, so that no division decides.
 */
export function deviationOf(terms: DeviationTerms, costFen: Fen, referenceFen: Fen): Deviation {
  const [cost, reference] = [decimal(costFen), decimal(referenceFen)];
  const limit = (ratio: string) => reference.times(ratio);
  if (cost.gt(limit(terms.extremeRatio))) return { deviates: true, factor: null };
  const low = limit(terms.lowRatio);
  const high = limit(terms.highRatio);
  const ratio = cost.div(reference);
  if (terms.lowInclusive ? cost.lte(low) : cost.lt(low)) return { deviates: true, factor: ratio };
  const above = terms.highInclusive ? cost.gte(high) : cost.gt(high);
  return above ? { deviates: true, factor: ratio.minus(terms.highRatio).plus(1) } : { deviates: false, factor: decimal(1) };
}
