import {
  decimal,
  refuse,
  type BusinessDate,
  type ExplanationStep,
  type Refusal,
  type SettlementLevel,
  type Uuid,
} from '@yigongti/kernel';
import {
  careMonthOf,
  claimRefusals,
  continuedStay,
  deductiblePaid,
  faultsOfList,
  judgeReferral,
  repeatOf,
  reverse,
  settleClaim,
  type Claim,
  type ClaimBooking,
  type ClaimPoints,
  type KnownPatient,
  type Reversed,
  type SettlementList,
} from '../claim/index.ts';
import { basisOf, benefitRow, groupCase, payBenefit, scoreCase } from '../policy/index.ts';
import { bookingStep } from './booking-explained.ts';
import type { ChunkFacts, PolicyInForce } from './chunk-facts.ts';
export interface SentList {
  readonly list: SettlementList;
  readonly contentDigest: string;
  /** Business day of the sending. */
  readonly sentOn: BusinessDate;
}

/** A new claim and what it reverses, the id of the one that is here already, or why the list is refused. */
export type Settled =
  | { readonly claim: Claim; readonly reversed: Reversed | null }
  | { readonly unchanged: Uuid }
  | { readonly refusals: readonly Refusal[] };

/** Judges a list by what is known of institution, patient and policy, and settles it. */
export function settleList(sent: SentList, facts: ChunkFacts, claimId: Uuid): Settled {
  const { list } = sent;
  const biller = facts.billerOf(list);
  if (biller === undefined) return { refusals: [refuse(claimRefusals.institutionUnknown, { pointer: '/institutionCode' })] };
  const repeat = repeatOf(list, sent.contentDigest, facts.versionsOf(list));
  if (repeat !== null) return typeof repeat === 'string' ? { unchanged: repeat } : { refusals: [repeat] };
  const patient = facts.residentOf(list);
  if (!patient) return { refusals: [refuse(claimRefusals.residentUnknown, { pointer: '/residentId' })] };
  const { level, consortiumCode } = biller;
  const inForce = facts.policyFor(list);
  const refusals = faultsOf(sent, { patient, level, inForce });
  if (refusals.length > 0 || !inForce || !level) return { refusals };
  const replaced = facts.standing(list);
  const booking = bookingOf(list, facts, consortiumCode);
  const claim = settle(sent, facts, { claimId, inForce, level, booking, replaced });
  return { claim, reversed: replaced && correct(replaced, claim, { facts, on: sent.sentOn }) };
}

function bookingOf(list: SettlementList, facts: ChunkFacts, consortiumCode: string | null): ClaimBooking {
  const careMonth = careMonthOf(list);
  const month = facts.openMonth({ consortiumCode, insuranceType: list.insuranceType }, careMonth);
  const replacesClaimId = facts.standing(list)?.claimId ?? null;
  const corrects = facts.versionsOf(list).length > 0;
  return { month, cause: corrects ? 'CORRECTION' : month === careMonth ? 'ON_TIME' : 'LATE', consortiumCode, replacesClaimId };
}

interface Correcting {
  readonly facts: ChunkFacts;
  readonly on: BusinessDate;
}

/** What the version before was booked as is taken back where that month is still open, else in the next open one. */
function correct(replaced: Claim, claim: Claim, { facts, on }: Correcting): Reversed {
  const { month, consortiumCode } = replaced.booking;
  return reverse(replaced, null, {
    month: facts.openMonth({ consortiumCode, insuranceType: replaced.list.insuranceType }, month),
    cause: 'CORRECTED',
    reasonCode: null,
    replacedByClaimId: claim.claimId,
    reversedOn: on,
  });
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
  readonly booking: ClaimBooking;
  readonly replaced: Claim | null;
}

function settle({ list, contentDigest }: SentList, facts: ChunkFacts, settling: Settling): Claim {
  const { claimId, inForce, level, booking, replaced } = settling;
  const { terms, ...policy } = inForce.policy;
  const year = facts.yearWithout(list, replaced);
  const judged = judgeReferral(list, facts.referralsOf(list));
  const continued = continuedStay(list, judged.referral, facts.staysOf(list, replaced));
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
    booking,
    policyId: policy.policyId,
    benefit,
    points: scored.points,
    continuedDeductibleFen: continued?.linkedDeductibleFen ?? 0n,
    explanation: [...steps, ...scored.steps, bookingStep(list, booking, replaced)],
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
