import { refuse, type BusinessDate, type InstitutionKind, type InstitutionLevel, type Refusal } from '@yigongti/kernel';
import { isActiveOn, type Institution, type Resident } from './parties.ts';
import { referralRefusals } from '../referral-refusals.ts';
import type { Direction } from '../referral-codes.ts';

/** Between whom a referral goes, judged when it is drafted and again when it is submitted. */
export interface Parties {
  readonly direction: Direction;
  readonly resident: Resident;
  readonly from: Institution;
  readonly to: Institution;
  readonly on: BusinessDate;
}

type PartyRule = (parties: Parties) => readonly Refusal[] | null;

const caregivers: readonly InstitutionKind[] = [
  'HOSPITAL',
  'TCM_HOSPITAL',
  'MCH_HOSPITAL',
  'TOWNSHIP_HEALTH_CENTRE',
  'COMMUNITY_HEALTH_CENTRE',
  'VILLAGE_CLINIC',
];

const rankOf: Readonly<Record<InstitutionLevel, number>> = { VILLAGE: 1, TOWNSHIP: 2, COUNTY: 3 };

const residentMustLive: PartyRule = ({ resident, on }) =>
  resident.diedOn !== null && resident.diedOn <= on ? [refuse(referralRefusals.residentDied, { pointer: '/residentId' })] : null;

const recordMustNotBeMerged: PartyRule = ({ resident }) =>
  resident.mergedInto === null
    ? null
    : [refuse(referralRefusals.residentMerged, { pointer: '/residentId', parameters: { mergedInto: resident.mergedInto } })];

/** Inside the county patients go up or down between levels; a way between equals has no rules of its own yet. */
const directionMustBeOffered: PartyRule = ({ direction }) =>
  direction === 'LATERAL'
    ? [refuse(referralRefusals.directionNotOffered, { pointer: '/direction', parameters: { direction } })]
    : null;

const directionMustFollowLevels: PartyRule = ({ direction, from, to }) => {
  const rise = rankOf[to.level] - rankOf[from.level];
  const follows = direction === 'UP' ? rise > 0 : direction === 'DOWN' ? rise < 0 : rise === 0;
  const parameters = { direction, fromLevel: from.level, toLevel: to.level };
  return follows ? null : [refuse(referralRefusals.directionAgainstLevels, { pointer: '/direction', parameters })];
};

const targetMustNotBeSender: PartyRule = ({ from, to }) =>
  from.institutionCode === to.institutionCode
    ? [refuse(referralRefusals.targetIsSender, { pointer: '/toInstitutionCode' })]
    : null;

const bothMustGiveCare: PartyRule = ({ from, to, on }) =>
  [from, to]
    .filter((institution) => !caregivers.includes(institution.kind) || !isActiveOn(institution, on))
    .map(({ institutionCode }) =>
      refuse(referralRefusals.givesNoCare, { pointer: '/toInstitutionCode', parameters: { institutionCode } }),
    );

/** All reasons come back at once, in this order. */
const partyRules: readonly PartyRule[] = [
  residentMustLive,
  recordMustNotBeMerged,
  directionMustBeOffered,
  directionMustFollowLevels,
  targetMustNotBeSender,
  bothMustGiveCare,
];

export function partyRefusals(parties: Parties): Refusal[] {
  return partyRules.flatMap((rule) => rule(parties) ?? []);
}
