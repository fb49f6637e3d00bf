import type { SettlementLevel, Uuid } from '@yigongti/kernel';
import type { ContractPeriod, InsuredResident, NamedReferral } from '../insured/index.ts';
import type { GroupCatalogue, Policy } from '../policy/index.ts';
import { type Claim, type ReceivedList } from './domain/claim.ts';
import type { EarlierStay } from './domain/known-referral.ts';
import { withClaim, yearKey, yearOf, type PatientYear } from './domain/patient-year.ts';
import { listKey, type SettlementList } from './domain/settlement-list.ts';

/** A policy with the groups that it scores by. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly catalogue: GroupCatalogue;
}

/** What was read for a chunk, once. */
export interface ReadFacts {
  readonly levels: ReadonlyMap<string, SettlementLevel | null>;
  readonly residents: ReadonlyMap<Uuid, InsuredResident>;
  readonly contracts: readonly ContractPeriod[];
  readonly referrals: readonly NamedReferral[];
  /** Of each policy code the versions, newest first. */
  readonly policies: readonly PolicyInForce[];
  readonly received: Map<string, ReceivedList>;
  readonly years: Map<string, PatientYear>;
  readonly stays: Map<Uuid, EarlierStay[]>;
}

/** Everything that the lists of a chunk are judged by. Grows with each claim: the next line of the same person sees the one before it. */
export class ChunkFacts {
  constructor(private readonly read: ReadFacts) {}

  /** Undefined for an institution that is unknown or that the caller does not bill for; null for one without a level. */
  levelOf({ institutionCode }: SettlementList): SettlementLevel | null | undefined {
    return this.read.levels.get(institutionCode);
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

  receivedAs(list: SettlementList): ReceivedList | undefined {
    return this.read.received.get(listKey(list));
  }

  yearOf(list: SettlementList): PatientYear {
    const year = this.read.years.get(yearKey(yearOf(list)));
    if (!year) throw new Error('the year of a known resident is read with the chunk');
    return year;
  }

  staysOf({ residentId }: SettlementList): readonly EarlierStay[] {
    return this.read.stays.get(residentId) ?? [];
  }

  add(claim: Claim): void {
    const { list, claimId, contentDigest, linkedDeductibleFen } = claim;
    const year = withClaim(this.yearOf(list), claim);
    this.read.received.set(listKey(list), { claimId, listVersion: list.listVersion, contentDigest });
    this.read.years.set(yearKey(year), year);
    if (list.visitKind === 'INPATIENT') {
      this.read.stays.set(list.residentId, [...this.staysOf(list), { ...list, linkedDeductibleFen }]);
    }
  }

  years(): PatientYear[] {
    return [...this.read.years.values()];
  }
}
