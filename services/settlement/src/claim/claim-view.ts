import { fenToJson, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import type { StoredClaim } from './claim.repository.ts';

/** A claim as clients see it in lists; plain JSON. Scope and pre-self-pay are as settled, a missing referral may have moved some of one to the other. */
export interface ClaimView {
  readonly claimId: Uuid;
  readonly institutionCode: string;
  readonly listNo: string;
  readonly listVersion: number;
  readonly residentId: Uuid;
  readonly insuranceType: string;
  readonly visitKind: string;
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly dischargeWay: string | null;
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly referralNo: string | null;
  readonly month: string;
  readonly policyId: Uuid;
  readonly totalFen: number;
  readonly ownPayFen: number;
  readonly overLimitFen: number;
  readonly preSelfPayFen: number;
  readonly inScopeFen: number;
  readonly deductibleFen: number;
  readonly fundPaidFen: number;
  readonly personalFen: number;
  readonly referralApplied: boolean;
  readonly contractApplied: boolean;
  readonly groupCode: string | null;
  readonly points: string;
  readonly state: string;
  readonly clearedByRunId: Uuid | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

/** With how its figures were made. */
export interface ExplainedClaimView extends ClaimView {
  readonly explanation: readonly ExplanationStep[];
}

export function claimView({ claim, clearedByRunId }: StoredClaim): ClaimView {
  const { list, benefit, points } = claim;
  const { items: _, ...listed } = list;
  return {
    claimId: claim.claimId,
    ...listed,
    month: claim.month,
    policyId: claim.policyId,
    totalFen: fenToJson(list.totalFen),
    ownPayFen: fenToJson(list.ownPayFen),
    overLimitFen: fenToJson(list.overLimitFen),
    preSelfPayFen: fenToJson(benefit.preSelfPayFen),
    inScopeFen: fenToJson(benefit.inScopeFen),
    deductibleFen: fenToJson(benefit.deductibleFen),
    fundPaidFen: fenToJson(benefit.fundPaidFen),
    personalFen: fenToJson(benefit.personalFen),
    referralApplied: benefit.referralApplied,
    contractApplied: benefit.contractApplied,
    groupCode: points.groupCode,
    points: points.points,
    state: clearedByRunId ? 'MONTH_SETTLED' : points.state,
    clearedByRunId,
    version: claim.version,
    allowedActions: [],
  };
}

export function explainedClaimView(stored: StoredClaim): ExplainedClaimView {
  return { ...claimView(stored), explanation: stored.claim.explanation };
}
