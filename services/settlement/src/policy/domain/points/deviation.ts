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
export function deviationOf(terms: DeviationTerms, costFen: Fen, meanFen: Fen): Deviation {
  const [cost, mean] = [decimal(costFen), decimal(meanFen)];
  const limit = (ratio: string) => mean.times(ratio);
  if (cost.gt(limit(terms.extreme))) return { deviates: true, factor: null };
  const low = limit(terms.low);
  const high = limit(terms.high);
  const ratio = cost.div(mean);
  if (terms.lowInclusive ? cost.lte(low) : cost.lt(low)) return { deviates: true, factor: ratio };
  const above = terms.highInclusive ? cost.gte(high) : cost.gt(high);
  return above ? { deviates: true, factor: ratio.minus(terms.high).plus(1) } : { deviates: false, factor: decimal(1) };
}
