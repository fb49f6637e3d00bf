import { decimal, Decimal, explainBy, roundHalfUpFen } from '@yigongti/kernel';
import type { ExplanationStep, Fen, SettlementLevel } from '@yigongti/kernel';
import type { InForce } from '../policy-terms.ts';
import { benefitSteps } from './benefit-explained.ts';
import type { BenefitRow, BenefitTerms, ReferralPenalty, VisitKind } from './benefit-terms.ts';

/** Whether a referral of the patient counts, and if not, why (a code). */
export interface ReferralFact {
  readonly counts: boolean;
  readonly reason: string;
}

interface Standing {
  readonly referred: boolean;
  /** Moved from the policy's scope to what the patient bears first. */
  readonly movedToPatientFen: Fen;
  readonly deductibleFen: Fen;
  readonly ratio: Decimal;
  readonly steps: readonly ExplanationStep[];
}

interface JudgedStay {
  readonly visitKind: VisitKind;
  readonly settlementLevel: SettlementLevel;
  readonly inScopeFen: Fen;
  readonly row: BenefitRow;
}

/** Deductible and ratio a stay is paid by: the table's, or what the policy sets for going without a referral. */
export function referralStanding({ terms, basis }: InForce<BenefitTerms>, stay: JudgedStay, referral: ReferralFact): Standing {
  const explain = explainBy(basis);
  const { referralPenalty: penalty } = terms;
  const { row } = stay;
  const asked = penalty.levels.includes(stay.settlementLevel) && penalty.visitKinds.includes(stay.visitKind);
  const referred = referral.counts;
  const judged = explain(benefitSteps.referral, { referral: referral.reason, askedHere: asked }, referred);
  const table = { referred, movedToPatientFen: 0n, deductibleFen: row.deductibleFen, ratio: decimal(row.ratio) };
  if (!asked || referred) return { ...table, steps: [judged] };
  const penalised = { ...table, ...apply(penalty, stay) };
  const { deductibleFen, movedToPatientFen, ratio } = penalised;
  const inputs = {
    mode: penalty.mode,
    tableDeductibleFen: row.deductibleFen,
    tableRatio: row.ratio,
    deductibleFen,
    movedToPatientFen,
  };
  return { ...penalised, steps: [judged, explain(benefitSteps.penalty, inputs, ratio)] };
}

function apply(penalty: ReferralPenalty, { row, inScopeFen }: JudgedStay): Partial<Standing> {
  switch (penalty.mode) {
    case 'RATIO_POINTS':
      return { ratio: Decimal.max(0, decimal(row.ratio).minus(penalty.points)) };
    case 'SEPARATE_ROW':
      return { deductibleFen: penalty.deductibleFen, ratio: decimal(penalty.ratio) };
    case 'PRE_SELF_PAY':
      return { movedToPatientFen: roundHalfUpFen(decimal(inScopeFen).times(penalty.share)) };
  }
}
