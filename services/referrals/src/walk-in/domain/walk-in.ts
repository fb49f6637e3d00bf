import { businessDateOf, refuse, throwIfRefused, type BusinessDate, type Instant, type Uuid } from '@yigongti/kernel';
import { walkInRefusals } from './walk-in-refusals.ts';

/** Of the codes of referrals those that fit; a feature's domain does not import another's, and `test/value-sets.spec.ts` compares. */
export const walkInUrgencies = ['EMERGENCY', 'URGENT', 'ROUTINE'] as const;
export type WalkInUrgency = (typeof walkInUrgencies)[number];
export const walkInVisitTypes = ['OUTPATIENT', 'INPATIENT'] as const;
export type WalkInVisitType = (typeof walkInVisitTypes)[number];

export const walkInEndings = ['TAKEN', 'LEFT'] as const;
export type WalkInEnding = (typeof walkInEndings)[number];

/** A patient who came without a referral and waits in a department (自行就诊). */
export interface WalkIn {
  readonly walkInId: Uuid;
  readonly institutionCode: string;
  readonly departmentCode: string;
  readonly residentId: Uuid;
  readonly visitType: WalkInVisitType;
  readonly urgency: WalkInUrgency;
  readonly workClass: Exclude<WalkInUrgency, 'ROUTINE'> | 'WALK_IN';
  readonly registeredAt: Instant;
  readonly status: 'WAITING' | WalkInEnding;
  readonly version: number;
}

export type WalkInFact = { readonly kind: 'registered' } | { readonly kind: 'ended'; readonly ending: WalkInEnding };

export interface WalkInChange {
  readonly walkIn: WalkIn;
  readonly fact: WalkInFact;
}

export interface Registering extends Omit<WalkIn, 'workClass' | 'status' | 'version'> {
  readonly resident: { readonly diedOn: BusinessDate | null; readonly mergedInto: Uuid | null };
  readonly waitsAlready: boolean;
  /** The accepted referral by which the same institution expects the patient. */
  readonly expectedBy: { readonly referralId: Uuid; readonly referralNo: string } | null;
}

/**
 * Urgency stands above every other order; whoever is not urgent comes after all who were referred (Zhejiang 2017, 二(七)).
 * @throws Refused with all reasons
 */
export function registerWalkIn({ resident, waitsAlready, expectedBy, ...registering }: Registering): WalkInChange {
  const { urgency, registeredAt } = registering;
  const { diedOn, mergedInto } = resident;
  const died = diedOn !== null && diedOn <= businessDateOf(registeredAt);
  throwIfRefused([
    died ? refuse(walkInRefusals.residentDied, { pointer: '/residentId' }) : null,
    mergedInto === null ? null : refuse(walkInRefusals.residentMerged, { pointer: '/residentId', parameters: { mergedInto } }),
  ]);
  throwIfRefused([
    waitsAlready ? refuse(walkInRefusals.waitsAlready, { pointer: '/departmentCode' }) : null,
    expectedBy ? refuse(walkInRefusals.isExpected, { parameters: { ...expectedBy } }) : null,
  ]);
  const workClass = urgency === 'ROUTINE' ? 'WALK_IN' : urgency;
  return { walkIn: { ...registering, workClass, status: 'WAITING', version: 1 }, fact: { kind: 'registered' } };
}

/** @throws Refused `not-waiting` */
export function endWalkIn(walkIn: WalkIn, ending: WalkInEnding): WalkInChange {
  const { status, version } = walkIn;
  throwIfRefused([status === 'WAITING' ? null : refuse(walkInRefusals.notWaiting, { parameters: { status } })]);
  return { walkIn: { ...walkIn, status: ending, version: version + 1 }, fact: { kind: 'ended', ending } };
}
