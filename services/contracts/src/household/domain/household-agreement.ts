import { ageAt, refuse, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { householdRefusals } from './household-refusals.ts';

/** One signature for several members of a household (家庭签约); each member has a contract of their own and may leave alone. */
export interface HouseholdAgreement {
  readonly householdAgreementId: Uuid;
  /** The registry's household; null where it knows none. */
  readonly householdId: Uuid | null;
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly institutionCode: string;
  readonly representativeResidentId: Uuid;
  readonly signedOn: BusinessDate;
  /** First day in force of its contracts. */
  readonly startsOn: BusinessDate;
  /** Members who had a contract already: reported, not moved. */
  readonly alreadySignedResidentIds: readonly Uuid[];
}

export interface HouseholdMember {
  readonly residentId: Uuid;
  readonly birthDate: BusinessDate;
  readonly householdId: Uuid | null;
  readonly goneOn: BusinessDate | null;
}

export interface HouseholdSigning {
  /** In order of the request. */
  readonly members: readonly HouseholdMember[];
  /** Who signs for all, minors among them; need not be a member. */
  readonly representative: HouseholdMember;
  readonly signedOn: BusinessDate;
  /** Youngest age, in completed years, of who signs. */
  readonly representativeAgeFrom: number;
}

type HouseholdRule = (signing: HouseholdSigning) => readonly Refusal[];

const representativeIsThere: HouseholdRule = ({ representative: { goneOn }, signedOn }) =>
  goneOn !== null && goneOn <= signedOn
    ? [refuse(householdRefusals.representativeGone, { pointer: '/representativeResidentId', parameters: { since: goneOn } })]
    : [];

/** A child does not sign, neither for itself nor for others: an adult does (care norm on household signing). */
const representativeIsGrownUp: HouseholdRule = ({ representative, signedOn, representativeAgeFrom }) =>
  ageAt(representative.birthDate, signedOn) < representativeAgeFrom
    ? [
        refuse(householdRefusals.representativeTooYoung, {
          pointer: '/representativeResidentId',
          parameters: { ageFrom: representativeAgeFrom },
        }),
      ]
    : [];

/** Where the registry knows two different households, they are two; where it knows none, it says nothing against it. */
const oneHousehold: HouseholdRule = ({ members, representative }) =>
  members.flatMap(({ householdId }, index) =>
    householdId !== null && representative.householdId !== null && householdId !== representative.householdId
      ? [refuse(householdRefusals.otherHousehold, { pointer: `/members/${index}/residentId` })]
      : [],
  );

const householdRules: readonly HouseholdRule[] = [representativeIsThere, representativeIsGrownUp, oneHousehold];

/** Why a household cannot sign; empty where it can. What speaks against a single member's contract is judged apart. */
export function householdSigningRefusals(signing: HouseholdSigning): Refusal[] {
  return householdRules.flatMap((rule) => rule(signing));
}
