import { InvariantViolated, refuse, throwIfRefused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { capacityRefusals } from './capacity-refusals.ts';

export const capacityKinds = ['BED', 'SLOT'] as const;
export type CapacityKind = (typeof capacityKinds)[number];

/** Beds or slots that a department keeps for referrals (预留床位、号源). */
export interface Capacity {
  readonly capacityId: Uuid;
  readonly institutionCode: string;
  readonly departmentCode: string;
  readonly kind: CapacityKind;
  /** First and last day on which they can be used. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly total: number;
  /** Of accepted patients who have not arrived. */
  readonly held: number;
  /** Of patients who arrived. */
  readonly consumed: number;
  readonly version: number;
}

export type HoldState = 'HELD' | 'CONSUMED' | 'RELEASED';

export type CapacityFact =
  { readonly kind: 'opened' } | { readonly kind: 'held' | 'released' | 'consumed'; readonly referralId: Uuid };

export interface CapacityChange {
  readonly capacity: Capacity;
  readonly fact: CapacityFact;
}

/** @throws Refused `days-reversed` */
export function openCapacity(opening: Omit<Capacity, 'held' | 'consumed' | 'version'>): CapacityChange {
  throwIfRefused([opening.to < opening.from ? refuse(capacityRefusals.daysReversed, { pointer: '/to' }) : null]);
  return { capacity: { ...opening, held: 0, consumed: 0, version: 1 }, fact: { kind: 'opened' } };
}

/** What an acceptance asks for. */
export interface HoldRequest {
  readonly referralId: Uuid;
  readonly institutionCode: string;
  readonly kind: CapacityKind;
  readonly start: BusinessDate;
}

type HoldRule = (capacity: Capacity, request: HoldRequest) => keyof typeof capacityRefusals | null;

const holdRules: readonly HoldRule[] = [
  (capacity, request) => (capacity.institutionCode === request.institutionCode ? null : 'ofAnotherInstitution'),
  (capacity, request) => (capacity.kind === request.kind ? null : 'ofOtherKind'),
  (capacity, { start }) => (capacity.from <= start && start <= capacity.to ? null : 'notOnThoseDays'),
];

/**
 * Holds one for an accepted patient. The caller has locked the capacity: of two acceptances of the last bed one finds it taken.
 * @throws Refused with all reasons why this capacity does not fit; after those `exhausted`
 */
export function hold(capacity: Capacity, request: HoldRequest): CapacityChange {
  const broken = holdRules.map((rule) => rule(capacity, request)).filter((name) => name !== null);
  throwIfRefused(broken.map((name) => refuse(capacityRefusals[name], { pointer: '/capacityId' })));
  const { held, consumed, total } = capacity;
  throwIfRefused([
    held + consumed >= total ? refuse(capacityRefusals.exhausted, { pointer: '/capacityId', parameters: { total } }) : null,
  ]);
  return change(capacity, { held: held + 1 }, { kind: 'held', referralId: request.referralId });
}

/** The patient arrived. */
export function consume(capacity: Capacity, referralId: Uuid): CapacityChange {
  return change(capacity, { held: heldLess(capacity), consumed: capacity.consumed + 1 }, { kind: 'consumed', referralId });
}

/** The patient will not come. */
export function release(capacity: Capacity, referralId: Uuid): CapacityChange {
  return change(capacity, { held: heldLess(capacity) }, { kind: 'released', referralId });
}

function heldLess({ held }: Capacity): number {
  if (held < 1) throw new InvariantViolated('referrals.capacity.nothing-held', 'a hold ended on a capacity that holds none');
  return held - 1;
}

function change(capacity: Capacity, changes: Partial<Capacity>, fact: CapacityFact): CapacityChange {
  return { capacity: { ...capacity, ...changes, version: capacity.version + 1 }, fact };
}
