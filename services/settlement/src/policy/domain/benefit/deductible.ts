import { explainBy, type ExplanationStep, type Fen } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import { benefitSteps } from './benefit-explained.ts';
import type { BenefitTerms } from './benefit-terms.ts';

/** Deductible *paid* so far, never cost incurred. */
export interface DeductibleHistory {
  /** In the year, for care of the same kind. */
  readonly deductiblePaidFen: Fen;
  /** In the stays that a counting referral links this one to; null when it is linked to none. */
  readonly linkedDeductibleFen: Fen | null;
}

interface Charge {
  readonly inScopeFen: Fen;
  readonly levelFen: Fen;
  /** Whether the stay came by a referral that counts. */
  readonly continues: boolean;
}

interface Deductible {
  readonly fen: Fen;
  readonly step: ExplanationStep;
}

/**
 * `d = max(0, min(in scope, level − already paid))`. Going up costs the difference to the higher level, going down nothing more;
 * without link and without yearly counting each stay pays in full.
 */
export function chargeDeductible(
  { terms, basis }: InForce<BenefitTerms>,
  charge: Charge,
  history: DeductibleHistory,
): Deductible {
  const { levelFen, inScopeFen } = charge;
  const paidInLinkedStaysFen = terms.deductibleContinues && charge.continues ? (history.linkedDeductibleFen ?? 0n) : 0n;
  const paidInYearFen = terms.deductibleMode === 'PER_YEAR' ? history.deductiblePaidFen : 0n;
  const alreadyPaidFen = paidInLinkedStaysFen > paidInYearFen ? paidInLinkedStaysFen : paidInYearFen;
  const restFen = levelFen - alreadyPaidFen;
  const dueFen = restFen < inScopeFen ? restFen : inScopeFen;
  const fen = dueFen > 0n ? dueFen : 0n;
  const inputs = { mode: terms.deductibleMode, levelFen, paidInYearFen, paidInLinkedStaysFen, inScopeFen };
  return { fen, step: explainBy(basis)(benefitSteps.deductible, inputs, fen) };
}
