import type { Fen, SettlementLevel } from '@yigongti/kernel';

export type VisitKind = 'INPATIENT' | 'OUTPATIENT';

/** A row of the benefit table: what the patient bears first at that level, and the fund's share of the rest. */
export interface BenefitRow {
  readonly level: SettlementLevel;
  readonly deductibleFen: Fen;
  readonly ratio: string;
}

/** A deductible (起付线) at every stay, or once a year with the difference to a higher level's. */
export type DeductibleMode = 'PER_STAY' | 'PER_YEAR';

/** Which visits a rule is for. */
interface VisitScope {
  readonly levels: readonly SettlementLevel[];
  readonly visitKinds: readonly VisitKind[];
}

/**
 * What going without a referral costs where one is asked for; three patterns are found in use: points off the ratio (0.10 are ten), a row
 * of its own (Jiamusi 2018), or a share of the cost borne first (Nanchang 2022).
 */
export type ReferralPenalty = VisitScope &
  (
    | { readonly mode: 'RATIO_POINTS'; readonly points: string }
    | { readonly mode: 'SEPARATE_ROW'; readonly deductibleFen: Fen; readonly ratio: string }
    | { readonly mode: 'PRE_SELF_PAY'; readonly share: string }
  );

/** A larger ratio for residents with a family-doctor contract in force. */
export interface ContractBonus extends VisitScope {
  readonly points: string;
}

export interface BenefitTerms {
  readonly inpatient: readonly BenefitRow[];
  readonly outpatient: readonly BenefitRow[];
  readonly deductibleMode: DeductibleMode;
  /** Whether stays linked by a referral pay only up to the highest deductible among them (起付线连续计算). */
  readonly deductibleContinues: boolean;
  readonly referralPenalty: ReferralPenalty;
  readonly contractBonus: ContractBonus;
  /** What the basic fund pays for one person in a year at most. */
  readonly annualCapFen: Fen;
}
