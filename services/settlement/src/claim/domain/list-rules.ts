import { fenToJson, refuse, sumFen, type BusinessDate, type Refusal } from '@yigongti/kernel';
import { claimRefusals } from './claim-refusals.ts';
import type { SettlementList } from './settlement-list.ts';

/** What the registry says of the patient. */
export interface KnownPatient {
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE' | 'NONE';
  readonly diedOn: BusinessDate | null;
  readonly merged: boolean;
}

/** What a list is judged by. */
export interface ListFacts {
  readonly list: SettlementList;
  /** Business day of the sending. */
  readonly sentOn: BusinessDate;
  readonly patient: KnownPatient;
  /** Whether the institution has a level to settle by. */
  readonly settles: boolean;
}

type ListRule = (facts: ListFacts) => readonly Refusal[] | null;

const institutionSettles: ListRule = ({ settles }) =>
  settles ? null : [refuse(claimRefusals.institutionSettlesNothing, { pointer: '/institutionCode' })];

const patientIsOneRecord: ListRule = ({ patient }) =>
  patient.merged ? [refuse(claimRefusals.residentMerged, { pointer: '/residentId' })] : null;

const patientWasAlive: ListRule = ({ patient: { diedOn }, list: { admittedOn } }) =>
  diedOn !== null && admittedOn > diedOn ? [refuse(claimRefusals.admittedAfterDeath, { pointer: '/admittedOn' })] : null;

/** A claim counts in the pool of its own insurance only. */
const insuranceIsTheRegisteredOne: ListRule = ({ patient, list }) =>
  patient.insuranceType === list.insuranceType
    ? null
    : [refuse(claimRefusals.insuranceDiffers, { pointer: '/insuranceType', parameters: { registered: patient.insuranceType } })];

/** Same-day stays are real; a discharge before the admission is not. */
const daysInOrder: ListRule = ({ list: { admittedOn, dischargedOn }, sentOn }) => [
  ...(dischargedOn < admittedOn ? [refuse(claimRefusals.dischargedBeforeAdmitted, { pointer: '/dischargedOn' })] : []),
  ...(dischargedOn > sentOn ? [refuse(claimRefusals.dischargedLater, { pointer: '/dischargedOn', parameters: { sentOn } })] : []),
];

const stayHasAWayOfDischarge: ListRule = ({ list: { visitKind, dischargeWay } }) =>
  visitKind === 'INPATIENT' && dischargeWay === null
    ? [refuse(claimRefusals.dischargeWayMissing, { pointer: '/dischargeWay' })]
    : null;

/** total = own pay + over limit + pre-self-pay + scope, to the fen. */
const partsAddUp: ListRule = ({ list }) => {
  const sum = list.ownPayFen + list.overLimitFen + list.preSelfPayFen + list.inScopeFen;
  const parameters = { totalFen: fenToJson(list.totalFen), sumFen: fenToJson(sum) };
  return sum === list.totalFen ? null : [refuse(claimRefusals.partsDoNotAddUp, { pointer: '/totalFen', parameters })];
};

const itemsAddUp: ListRule = ({ list }) => {
  if (!list.items) return null;
  const sum = sumFen(list.items.map(({ fen }) => fen));
  const parameters = { totalFen: fenToJson(list.totalFen), sumFen: fenToJson(sum) };
  return sum === list.totalFen ? null : [refuse(claimRefusals.itemsDoNotAddUp, { pointer: '/items', parameters })];
};

/** All reasons why a list is refused come back at once, in this order. */
const listRules: readonly ListRule[] = [
  institutionSettles,
  patientIsOneRecord,
  patientWasAlive,
  insuranceIsTheRegisteredOne,
  daysInOrder,
  stayHasAWayOfDischarge,
  partsAddUp,
  itemsAddUp,
];

export function faultsOfList(facts: ListFacts): Refusal[] {
  return listRules.flatMap((rule) => rule(facts) ?? []);
}
