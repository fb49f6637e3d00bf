import {
  decimal,
  refuse,
  type BusinessDate,
  type ExplanationStep,
  type Refusal,
  type SettlementLevel,
  type Uuid,
} from '@yigongti/kernel';
import { basisOf, benefitRow, groupCase, payBenefit, scoreCase } from '../policy/index.ts';
import type { ChunkFacts, PolicyInForce } from './chunk-facts.ts';
import { claimRefusals } from './domain/claim-refusals.ts';
import { repeatOf, settleClaim, type Claim, type ClaimPoints } from './domain/claim.ts';
import { continuedStay, judgeReferral } from './domain/known-referral.ts';
import { faultsOfList, type KnownPatient } from './domain/list-rules.ts';
import { deductiblePaid } from './domain/patient-year.ts';
import type { SettlementList } from './domain/settlement-list.ts';

export interface SentList {
  readonly list: SettlementList;
  readonly contentDigest: string;
  /** Business day of the sending. */
  readonly sentOn: BusinessDate;
}

/** A new claim, the id of the one that is here already, or why the list is refused. */
export type Settled = { readonly claim: Claim } | { readonly unchanged: Uuid } | { readonly refusals: readonly Refusal[] };

/** Judges a list by what is known of institution, patient and policy, and settles it. */
export function settleList(sent: SentList, facts: ChunkFacts, claimId: Uuid): Settled {
  const { list } = sent;
  const level = facts.levelOf(list);
  if (level === undefined) return { refusals: [refuse(claimRefusals.institutionUnknown, { pointer: '/institutionCode' })] };
  const repeat = repeatOf(list, sent.contentDigest, facts.receivedAs(list));
  if (repeat !== null) return typeof repeat === 'string' ? { unchanged: repeat } : { refusals: [repeat] };
  const patient = facts.residentOf(list);
  if (!patient) return { refusals: [refuse(claimRefusals.residentUnknown, { pointer: '/residentId' })] };
  const inForce = facts.policyFor(list);
  const refusals = faultsOf(sent, { patient, level, inForce });
  if (refusals.length > 0 || !inForce || !level) return { refusals };
  return { claim: settle(sent, facts, { claimId, inForce, level }) };
}

interface Judged {
  readonly patient: KnownPatient;
  readonly level: SettlementLevel | null;
  readonly inForce: PolicyInForce | undefined;
}

function faultsOf({ list, sentOn }: SentList, { patient, level, inForce }: Judged): Refusal[] {
  const faults = faultsOfList({ list, sentOn, patient, settles: level !== null });
  if (!inForce) {
    const parameters = { insuranceType: list.insuranceType, dischargedOn: list.dischargedOn };
    return [...faults, refuse(claimRefusals.noPolicy, { pointer: '/dischargedOn', parameters })];
  }
  const visit = { ...list, settlementLevel: level! };
  if (level === null || benefitRow(inForce.policy.terms.benefit, visit)) return faults;
  return [...faults, refuse(claimRefusals.noBenefitRow, { pointer: '/visitKind', parameters: { settlementLevel: level } })];
}

interface Settling {
  readonly claimId: Uuid;
  readonly inForce: PolicyInForce;
  readonly level: SettlementLevel;
}

function settle({ list, contentDigest }: SentList, facts: ChunkFacts, { claimId, inForce, level }: Settling): Claim {
  const { terms, ...policy } = inForce.policy;
  const year = facts.yearOf(list);
  const judged = judgeReferral(list, facts.referralsOf(list));
  const continued = continuedStay(list, judged.referral, facts.staysOf(list));
  const { steps, ...benefit } = payBenefit(
    { terms: terms.benefit, basis: basisOf(inForce.policy) },
    { ...list, settlementLevel: level },
    {
      referral: { counts: judged.fact === 'COUNTS', reason: judged.fact },
      contracted: facts.contracted(list),
      fundPaidFen: year.fundPaidFen,
      deductiblePaidFen: deductiblePaid(year, list),
      linkedDeductibleFen: continued?.linkedDeductibleFen ?? null,
    },
  );
  const scored = pointsOf(list, inForce, level);
  return settleClaim({
    claimId,
    list,
    contentDigest,
    policyId: policy.policyId,
    benefit,
    points: scored.points,
    continuedDeductibleFen: continued?.linkedDeductibleFen ?? 0n,
    explanation: [...steps, ...scored.steps],
  });
}

interface Points {
  readonly points: ClaimPoints;
  readonly steps: readonly ExplanationStep[];
}

/** Stays are paid by points; visits are not. */
function pointsOf(list: SettlementList, { policy, catalogue }: PolicyInForce, settlementLevel: SettlementLevel): Points {
  if (list.visitKind === 'OUTPATIENT') {
    return { points: { state: 'VALIDATED', groupCode: null, points: decimal(0).toFixed() }, steps: [] };
  }
  const { group, step } = groupCase(catalogue, list);
  const inForce = { terms: policy.terms.points, basis: basisOf(policy) };
  const { state, points, steps } = scoreCase(inForce, group, { settlementLevel, totalFen: list.totalFen });
  return {
    points: {
      state: state === 'SPECIAL_REVIEW' ? 'SPECIAL_REVIEW' : 'SCORED',
      groupCode: group?.code ?? null,
      points: points.toFixed(),
    },
    steps: [step, ...steps],
  };
}
