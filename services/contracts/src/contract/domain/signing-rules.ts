import { refuse, type BusinessDate, type Fen, type Refusal, type Uuid } from '@yigongti/kernel';
import { contractRefusals } from './contract-refusals.ts';

/** What the county profile says about contracts on the day of signing. */
export interface SigningTerms {
  readonly profileVersion: string;
  readonly yearsMin: number;
  readonly yearsMax: number;
  readonly panelLimitPersons: number;
  readonly feeFen: Fen;
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
  readonly startsOn: BusinessDate;
  readonly years: number;
  readonly packageCodes: readonly string[];
  /** Derived from age and enrolments, never typed. */
  readonly priorityGroups: readonly string[];
  /** Day of death or of moving away, whichever the registry knows; null for a present resident. */
  readonly residentGoneOn: BusinessDate | null;
  /** Persons that the team's GP has under contract already. */
  readonly panelPersons: number;
}

type SigningRule = (facts: SigningFacts) => readonly Refusal[] | null;

const residentMustBePresent: SigningRule = ({ residentGoneOn, startsOn }) =>
  residentGoneOn !== null && residentGoneOn <= startsOn
    ? [refuse(contractRefusals.residentGone, { pointer: '/residentId', parameters: { since: residentGoneOn } })]
    : null;

/** At least one year (national contract rules); the upper bound is the county's. */
const termWithinRange: SigningRule = ({ years, terms }) =>
  years < terms.yearsMin || years > terms.yearsMax
    ? [refuse(contractRefusals.termOutOfRange, { pointer: '/years', parameters: { min: terms.yearsMin, max: terms.yearsMax } })]
    : null;

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

const panelHasRoom: SigningRule = ({ panelPersons, terms }) =>
  panelPersons >= terms.panelLimitPersons
    ? [refuse(contractRefusals.panelFull, { pointer: '/teamId', parameters: { limit: terms.panelLimitPersons } })]
    : null;

/** All reasons why a signing is refused come back at once, in this order. */
export const signingRules: readonly SigningRule[] = [
  residentMustBePresent,
  termWithinRange,
  packagesFromTheMenu,
  packageFitsTheResident,
  panelHasRoom,
];
