import { addDays, refuse, type BusinessDate, type Fen, type Refusal, type Uuid } from '@yigongti/kernel';
import { contractRefusals } from './contract-refusals.ts';

/** What the county profile says about contracts on the day of signing. */
export interface SigningTerms {
  readonly profileVersion: string;
  readonly yearsMin: number;
  readonly yearsMax: number;
  /** Days that a contract may be signed before its first day. */
  readonly startsAheadDaysMax: number;
  readonly panelLimitPersons: number;
  readonly feeFen: Fen;
  /** Days before the last day of a contract from which it may be renewed. */
  readonly renewalOpensDaysBefore: number;
  /** Days after the last day on which it may be renewed still. */
  readonly renewalClosesDaysAfter: number;
  /** Package code to the priority group it is for; null for everybody. */
  readonly packages: ReadonlyMap<string, string | null>;
}

export interface SigningTeam {
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly institutionCode: string;
  readonly leaderPractitionerCode: string;
}

/** Everything that a signing is judged by. */
export interface SigningFacts {
  readonly team: SigningTeam;
  readonly terms: SigningTerms;
  readonly signedOn: BusinessDate;
  readonly startsOn: BusinessDate;
  readonly years: number;
  readonly packageCodes: readonly string[];
  /** Derived from age and enrolments, never typed. */
  readonly priorityGroups: readonly string[];
  /** Day of death or of moving away, whichever the registry knows; null for a present resident. */
  readonly residentGoneOn: BusinessDate | null;
  /** Persons that the team's GP has under contract on the busiest day of the term, or an upper bound of them below the limit. */
  readonly panelPersons: number;
  /** Persons who come under contract with the GP by the same command, this one among them. */
  readonly newPersons: number;
  /** Whether the resident has a contract in force on any day of the term. */
  readonly alreadySigned: boolean;
}

export type TermFacts = Pick<SigningFacts, 'signedOn' | 'startsOn' | 'years' | 'terms'>;
type TermRule = (facts: TermFacts) => readonly Refusal[] | null;
type SigningRule = (facts: SigningFacts) => readonly Refusal[] | null;

const residentMustBePresent: SigningRule = ({ residentGoneOn, startsOn }) =>
  residentGoneOn !== null && residentGoneOn <= startsOn
    ? [refuse(contractRefusals.residentGone, { pointer: '/residentId', parameters: { since: residentGoneOn } })]
    : null;

/** A contract gives rights from its first day on: none is given backwards, and none to a distant future. */
const startsSoonAfterItsSignature: TermRule = ({ signedOn, startsOn, terms: { startsAheadDaysMax } }) => {
  if (startsOn < signedOn)
    return [refuse(contractRefusals.startsBeforeSignature, { pointer: '/startsOn', parameters: { signedOn } })];
  return startsOn > addDays(signedOn, startsAheadDaysMax)
    ? [refuse(contractRefusals.startsTooFarAhead, { pointer: '/startsOn', parameters: { daysMax: startsAheadDaysMax } })]
    : null;
};

/** At least one year (national contract rules); the upper bound is the county's. */
const termWithinRange: TermRule = ({ years, terms }) =>
  years < terms.yearsMin || years > terms.yearsMax
    ? [refuse(contractRefusals.termOutOfRange, { pointer: '/years', parameters: { min: terms.yearsMin, max: terms.yearsMax } })]
    : null;

const termRules: readonly TermRule[] = [startsSoonAfterItsSignature, termWithinRange];

/** Whether first day and years make a term that can be looked up: what lies outside has no panel and no neighbour. */
export function isTermPossible(facts: TermFacts): boolean {
  return termRules.every((rule) => rule(facts) === null);
}

const packagesFromTheMenu: SigningRule = ({ packageCodes, terms }) =>
  packageCodes.flatMap((code, index) =>
    terms.packages.has(code)
      ? []
      : [refuse(contractRefusals.packageUnknown, { pointer: `/packageCodes/${index}`, parameters: { packageCode: code } })],
  );

/** The menu is by group (Deqing 2019, 二(一)2: "10+1"): a priority package wants its group, the general one nobody's. */
const packageFitsTheResident: SigningRule = ({ packageCodes, priorityGroups, terms }) =>
  packageCodes.flatMap((code, index) => {
    const group = terms.packages.get(code);
    return group == null || priorityGroups.includes(group)
      ? []
      : [
          refuse(contractRefusals.packageNeedsGroup, {
            pointer: `/packageCodes/${index}`,
            parameters: { packageCode: code, group },
          }),
        ];
  });

const panelHasRoom: SigningRule = ({ panelPersons, newPersons, terms }) =>
  panelPersons + newPersons > terms.panelLimitPersons
    ? [refuse(contractRefusals.panelFull, { pointer: '/teamId', parameters: { limit: terms.panelLimitPersons } })]
    : null;

const nobodySignsTwice: SigningRule = ({ alreadySigned }) =>
  alreadySigned ? [refuse(contractRefusals.alreadySigned, { pointer: '/residentId' })] : null;

/** All reasons why a signing is refused come back at once, in this order. */
const signingRules: readonly SigningRule[] = [
  residentMustBePresent,
  ...termRules,
  packagesFromTheMenu,
  packageFitsTheResident,
  panelHasRoom,
  nobodySignsTwice,
];

/** Why a signing is refused; empty where it is not. Pointers are those of a single signing's body. */
export function signingRefusals(facts: SigningFacts): Refusal[] {
  return signingRules.flatMap((rule): readonly Refusal[] => rule(facts) ?? []);
}
