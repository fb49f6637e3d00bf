import type { Month, Uuid } from '@yigongti/kernel';
import { listKey, withClaim, withoutClaim, yearKey, yearOf } from '../claim/index.ts';
import type { Biller, Claim, EarlierStay, KnownLists, PatientYear, ReceivedVersion, SettlementList } from '../claim/index.ts';
import type { ContractPeriod, InsuredResident, NamedReferral } from '../insured/index.ts';
import type { HeldCalendar, PoolOwner } from '../period/index.ts';
import type { GroupCatalogue, Policy } from '../policy/index.ts';

/** A policy with the groups that it scores by. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly catalogue: GroupCatalogue;
}

/** What was read for a chunk, once. */
export interface ReadFacts {
  readonly calendar: HeldCalendar;
  readonly known: KnownLists;
  readonly billers: ReadonlyMap<string, Biller>;
  readonly residents: ReadonlyMap<Uuid, InsuredResident>;
  readonly contracts: readonly ContractPeriod[];
  readonly referrals: readonly NamedReferral[];
  /** Of each policy code the versions, newest first. */
  readonly policies: readonly PolicyInForce[];
  readonly years: Map<string, PatientYear>;
  readonly stays: Map<Uuid, EarlierStay[]>;
}

/** Everything that the lists of a chunk are judged by. Grows with each claim: the next line of the same person sees the one before it. */
export class ChunkFacts {
  constructor(private readonly read: ReadFacts) {}

  /** Undefined for an institution that is unknown or that the caller does not bill for. */
  billerOf({ institutionCode }: SettlementList): Biller | undefined {
    return this.read.billers.get(institutionCode);
  }

  /** The month itself, or the next one that is open in the pools of that consortium. */
  openMonth(owner: PoolOwner, month: Month): Month {
    return this.read.calendar.openMonth(owner, month);
  }

  residentOf({ residentId }: SettlementList): InsuredResident | undefined {
    return this.read.residents.get(residentId);
  }

  contracted({ residentId, dischargedOn }: SettlementList): boolean {
    return this.read.contracts.some(
      (period) => period.residentId === residentId && period.from <= dischargedOn && dischargedOn <= period.to,
    );
  }

  referralsOf({ residentId, referralNo }: SettlementList): NamedReferral[] {
    return this.read.referrals.filter((referral) => referral.residentId === residentId && referral.referralNo === referralNo);
  }

  /** The newest version in force on the day of discharge. */
  policyFor({ insuranceType, dischargedOn }: SettlementList): PolicyInForce | undefined {
    return this.read.policies.find(({ policy: { terms } }) => {
      const inForce = terms.effectiveFrom <= dischargedOn && dischargedOn <= terms.effectiveTo;
      return terms.insuranceType === insuranceType && inForce;
    });
  }

  versionsOf(list: SettlementList): readonly ReceivedVersion[] {
    return this.read.known.versions.get(listKey(list)) ?? [];
  }

  /** The version of the list that counts until now. */
  standing(list: SettlementList): Claim | null {
    return this.read.known.standing.get(listKey(list)) ?? null;
  }

  yearOf(list: SettlementList): PatientYear {
    const year = this.read.years.get(yearKey(yearOf(list)));
    if (!year) throw new Error('the year of a known resident is read with the chunk');
    return year;
  }

  /** What the year is while a list is settled that replaces a claim. */
  yearWithout(list: SettlementList, replaced: Claim | null): PatientYear {
    const year = this.yearOf(list);
    const counted = replaced !== null && yearKey(yearOf(replaced.list)) === yearKey(year);
    return counted ? withoutClaim(year, replaced) : year;
  }

  staysOf({ residentId }: SettlementList, replaced: Claim | null): EarlierStay[] {
    return (this.read.stays.get(residentId) ?? []).filter(({ claimId }) => claimId !== replaced?.claimId);
  }

  /** Notes a claim, and that the one it replaces counts no more. */
  add(claim: Claim, replaced: Claim | null): void {
    const { list, claimId, contentDigest, linkedDeductibleFen } = claim;
    const key = listKey(list);
    if (replaced) this.#drop(replaced);
    const year = withClaim(this.yearOf(list), claim);
    this.read.known.versions.set(key, [...this.versionsOf(list), { claimId, listVersion: list.listVersion, contentDigest }]);
    this.read.known.standing.set(key, claim);
    this.read.years.set(yearKey(year), year);
    if (list.visitKind === 'INPATIENT') {
      this.read.stays.set(list.residentId, [...this.staysOf(list, null), { ...list, claimId, linkedDeductibleFen }]);
    }
  }

  #drop(replaced: Claim): void {
    const year = withoutClaim(this.yearOf(replaced.list), replaced);
    this.read.years.set(yearKey(year), year);
    this.read.stays.set(replaced.list.residentId, this.staysOf(replaced.list, replaced));
  }

  years(): PatientYear[] {
    return [...this.read.years.values()];
  }
}
