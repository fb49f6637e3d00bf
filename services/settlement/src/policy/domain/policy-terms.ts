import type { BusinessDate } from '@yigongti/kernel';
import type { BenefitTerms } from './benefit/benefit-terms.ts';
import type { FundTerms } from './fund/fund-terms.ts';
import type { PointTerms } from './points/point-terms.ts';

/** Insurance that a policy and a pool belong to; the two are never mixed (Shijiazhuang 2023, art. 12). */
export type InsuranceType = 'RESIDENT' | 'EMPLOYEE';

/**
 * What a policy package says, in the words of the county profile. Ratios, coefficients and scores are decimal text: exact, and as the
 * county wrote them.
 */
export interface PolicyTerms {
  readonly policyCode: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  /** First and last day of discharge that it pays for. */
  readonly effectiveFrom: BusinessDate;
  readonly effectiveTo: BusinessDate;
  readonly fund: FundTerms;
  readonly benefit: BenefitTerms;
  readonly points: PointTerms;
  /** Where each value stands, by JSON Pointer into the package: a document and its paragraph, a norm, or `assumption`. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Terms that are applied, with what explanations call the policy: `policy CHANGLE-RESIDENT-2026@1`. */
export interface InForce<Terms> {
  readonly terms: Terms;
  readonly basis: string;
}
