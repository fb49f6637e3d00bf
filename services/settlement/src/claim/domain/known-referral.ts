import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { SettlementList } from './settlement-list.ts';

/** A referral of the patient, as the referrals service told it. Numbers are unique per sender, so one number may have several. */
export interface KnownReferral {
  readonly referralNo: string;
  readonly fromInstitutionCode: string;
  readonly toInstitutionCode: string | null;
  /** Null until its submission is known. */
  readonly submittedOn: BusinessDate | null;
  readonly arrivedOn: BusinessDate | null;
}

export type ReferralFact = 'COUNTS' | 'NOT_NAMED' | 'NOT_KNOWN' | 'NOT_ARRIVED' | 'ARRIVED_AFTER_DISCHARGE' | 'OTHER_RECEIVER';

export interface JudgedReferral {
  readonly fact: ReferralFact;
  /** The referral that counts. */
  readonly referral: KnownReferral | null;
}

/**
 * A referral counts when it is known for this patient, its receiver is the institution of the claim and the patient arrived by the day of
 * discharge. Whatever else is said in the explanation; one that becomes known later is
 * judged when the next version of the list comes.
 * @param known the patient's referrals with the number that the list names
 */
export function judgeReferral(list: SettlementList, known: readonly KnownReferral[]): JudgedReferral {
  if (list.referralNo === null) return { fact: 'NOT_NAMED', referral: null };
  const [best] = known.map((referral) => ({ referral, rank: rankOf(list, referral) })).sort((a, b) => a.rank - b.rank);
  if (!best) return { fact: 'NOT_KNOWN', referral: null };
  const fact = facts[best.rank]!;
  return { fact, referral: fact === 'COUNTS' ? best.referral : null };
}

const facts: readonly ReferralFact[] = ['COUNTS', 'ARRIVED_AFTER_DISCHARGE', 'NOT_ARRIVED', 'OTHER_RECEIVER'];

function rankOf({ institutionCode, dischargedOn }: SettlementList, { toInstitutionCode, arrivedOn }: KnownReferral): number {
  if (toInstitutionCode !== institutionCode) return 3;
  if (arrivedOn === null) return 2;
  return arrivedOn > dischargedOn ? 1 : 0;
}

/** An earlier stay of the patient with the deductibles paid so far along its chain. */
export interface EarlierStay {
  readonly claimId: Uuid;
  readonly institutionCode: string;
  readonly admittedOn: BusinessDate;
  readonly dischargedOn: BusinessDate;
  readonly linkedDeductibleFen: bigint;
}

/**
 * The stay that a counting referral continues: at its sender, over by the admission, and the one during which the referral was sent. Of
 * several the last. Deductibles continue along such links (起付线连续计算), not along mere numbers.
 */
export function continuedStay(
  list: SettlementList,
  referral: KnownReferral | null,
  stays: readonly EarlierStay[],
): EarlierStay | null {
  const sentOn = referral?.submittedOn ?? null;
  if (list.visitKind !== 'INPATIENT' || referral === null || sentOn === null) return null;
  const [last = null] = stays
    .filter((stay) => stay.institutionCode === referral.fromInstitutionCode && stay.dischargedOn <= list.admittedOn)
    .filter((stay) => stay.admittedOn <= sentOn && sentOn <= stay.dischargedOn)
    .sort((a, b) => (a.dischargedOn < b.dischargedOn ? 1 : -1));
  return last;
}
