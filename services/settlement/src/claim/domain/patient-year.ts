import type { Fen, Uuid } from '@yigongti/kernel';
import type { Claim } from './claim.ts';
import type { SettlementList } from './settlement-list.ts';

/** What an insurance has paid and charged a person in a year: the yearly cap and yearly deductibles are judged by it. */
export interface PatientYear {
  readonly residentId: Uuid;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  /** Year of the discharges. */
  readonly year: number;
  readonly fundPaidFen: Fen;
  readonly inpatientDeductibleFen: Fen;
  readonly outpatientDeductibleFen: Fen;
}

export type YearIdentity = Pick<PatientYear, 'residentId' | 'insuranceType' | 'year'>;

/** The person's year that a list counts in. */
export function yearOf({ residentId, insuranceType, dischargedOn }: SettlementList): YearIdentity {
  return { residentId, insuranceType, year: Number(dischargedOn.slice(0, 4)) };
}

export function yearKey({ residentId, insuranceType, year }: YearIdentity): string {
  return `${residentId} ${insuranceType} ${year}`;
}

/** Deductibles of stays and of visits are counted apart. */
export function deductiblePaid(year: PatientYear, { visitKind }: Pick<SettlementList, 'visitKind'>): Fen {
  return visitKind === 'INPATIENT' ? year.inpatientDeductibleFen : year.outpatientDeductibleFen;
}

export function withClaim(year: PatientYear, claim: Claim): PatientYear {
  return moved(year, claim, 1n);
}

/** The year as it is once a claim that counted in it is reversed. */
export function withoutClaim(year: PatientYear, claim: Claim): PatientYear {
  return moved(year, claim, -1n);
}

function moved(year: PatientYear, { list, benefit }: Claim, sign: 1n | -1n): PatientYear {
  const inpatientFen = list.visitKind === 'INPATIENT' ? benefit.deductibleFen : 0n;
  return {
    ...year,
    fundPaidFen: year.fundPaidFen + sign * benefit.fundPaidFen,
    inpatientDeductibleFen: year.inpatientDeductibleFen + sign * inpatientFen,
    outpatientDeductibleFen: year.outpatientDeductibleFen + sign * (benefit.deductibleFen - inpatientFen),
  };
}
