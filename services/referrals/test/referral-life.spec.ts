import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import fc from 'fast-check';
import { consume, hold, openCapacity, release, type Capacity } from '../src/capacity/domain/capacity.ts';
import {
  cancelReferral,
  expireReferral,
  hasLapsed,
  markNoShow,
  wasMissed,
  withdrawReferral,
} from '../src/referral/domain/ending/calling-off.ts';
import { awaitsFollowUp, closeLoop, endsWithDeath, parentAfter } from '../src/referral/domain/ending/closing.ts';
import { agreeToOffer, counterOffer, refuseOffer } from '../src/referral/domain/offer.ts';
import { noDownNeeded, openDown, sendOutcome } from '../src/referral/domain/outcome.ts';
import {
  acceptReferral,
  approveReferral,
  confirmArrival,
  holdEndsAs,
  openEncounter,
  rejectReferral,
} from '../src/referral/domain/reception.ts';
import { uploadRecords } from '../src/referral/domain/records.ts';
import { terminalStatuses } from '../src/referral/domain/referral-codes.ts';
import { sent, type Decided, type Referral } from '../src/referral/domain/referral.ts';
import { submitReferral } from '../src/referral/domain/submission/submit.ts';
import { allowedActions, theSystem, type Act, type Actor, type ClientCommand } from '../src/referral/domain/transitions.ts';
import { clinic, hospital, township } from './fixtures/institutions.ts';
import { actOf, aDraft, actorOf, submitting, uuid, wayDown, wayUpFromVillage } from './fixtures/referrals.ts';

type Told = { kind: string; from: string; to: string };
interface County {
  readonly referrals: Map<string, Referral>;
  readonly told: Map<string, Told[]>;
  capacity: Capacity;
}

const commands = [
  'submit',
  'approve',
  'reject',
  'accept',
  'confirm-arrival',
  'open-encounter',
  'send-outcome',
  'open-down',
  'no-down-needed',
  'counter-offer',
  'agree',
  'refuse-offer',
  'withdraw',
  'cancel',
  'mark-no-show',
  'upload-records',
  'complete-task',
  'sweep',
  'death',
] as const;
const stepArbitrary = fc.record({
  command: fc.constantFrom<(typeof commands)[number]>(...commands),
  /** Which of the referrals that are there. */
  index: fc.nat({ max: 11 }),
  /** Nine in ten steps are ones that the table allows to somebody: chance alone seldom gets beyond a review. */
  allowed: fc.option(fc.nat({ max: 99 }), { freq: 9 }),
  by: fc.constantFrom(clinic, township, hospital),
  withBed: fc.boolean(),
  dies: fc.integer({ min: 1, max: 6 }).map((n) => n === 6),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

function begin(): County {
  const capacity = openCapacity({
    ...{ capacityId: uuid(900), institutionCode: 'H01', departmentCode: 'D' },
    kind: 'BED',
    from: '2026-06-01',
    to: '2026-06-30',
    total: 2,
  }).capacity;
  const county: County = { referrals: new Map(), told: new Map(), capacity };
  for (const id of [uuid(100), uuid(101), uuid(102)])
    keep(county, { referral: aDraft(wayUpFromVillage, id), facts: [{ kind: 'drafted' }] });
  return county;
}

/** What the use cases do with a decision: the referral, its bed, its parent. */
function keep(county: County, { referral, facts }: Decided): void {
  const before = county.referrals.get(referral.referralId);
  const told = facts.map(({ kind }) => ({ kind, from: before?.status ?? '', to: referral.status }));
  county.told.set(referral.referralId, [...(county.told.get(referral.referralId) ?? []), ...told]);
  county.referrals.set(referral.referralId, referral);
  if (!before) return;
  const end = holdEndsAs(before, referral);
  if (end) county.capacity = (end === 'consumed' ? consume : release)(county.capacity, referral.referralId).capacity;
  const ended = terminalStatuses.includes(referral.status);
  if (!ended || referral.status === 'DRAFT' || !referral.parentReferralId) return;
  const parent = parentAfter(referral, county.referrals.get(referral.parentReferralId)!);
  if (parent) keep(county, parent);
}

const late = '2026-07-01T00:00:00.000+08:00';

const ends = new Set<string>(['reject', 'withdraw', 'cancel', 'mark-no-show', 'sweep', 'death']);

/** What somebody or something may do now, with who does it. */
function choicesOf(referral: Referral): [(typeof commands)[number], Actor][] {
  const able = [clinic, township, hospital].flatMap((institution) => {
    const actor = actorOf(institution, `person of ${institution.institutionCode}`);
    return allowedActions(referral, actor).map((action) => [action as ClientCommand, actor] as [ClientCommand, Actor]);
  });
  const bySystem = [
    ...(awaitsFollowUp(referral) ? (['complete-task', 'death'] as const) : []),
    ...(hasLapsed(referral, late) || wasMissed(referral, late) ? (['sweep'] as const) : []),
  ];
  const all = [...able, ...bySystem.map((command) => [command, theSystem] as [typeof command, Actor])];
  // Ends are open almost everywhere: what goes on comes more often, or no walk would see the way down.
  return all.flatMap((choice) => (ends.has(choice[0]) ? [choice] : Array.from({ length: 6 }, () => choice)));
}

/** Command and actor: of the ones that are allowed now, or any. */
function choose(referral: Referral, { allowed, by, command }: Step): [(typeof commands)[number], Actor] {
  const choices = choicesOf(referral);
  return allowed === null || choices.length === 0 ? [command, actorOf(by)] : choices[allowed % choices.length]!;
}

/** What comes from no client: the clock, the registry, public health. True when the command was one of these. */
function playByTheSystem(county: County, referral: Referral, command: string): boolean {
  if (command === 'complete-task' && awaitsFollowUp(referral))
    keep(county, closeLoop(referral, { cause: 'FOLLOW_UP_DONE', followUpTaskId: uuid(500) }));
  if (command === 'sweep') {
    if (hasLapsed(referral, late)) keep(county, expireReferral(referral));
    else if (wasMissed(referral, late)) keep(county, markNoShow(referral, { actor: theSystem, at: late }));
  }
  if (command === 'death') {
    const down = referral.status !== 'DRAFT' && referral.downReferralId;
    const ends = endsWithDeath(referral, down ? county.referrals.get(down)! : null);
    if (ends) keep(county, closeLoop(referral, { cause: 'DIED', followUpTaskId: null }));
  }
  return ['complete-task', 'sweep', 'death'].includes(command);
}

function play(county: County, step: Step): void {
  const referral = [...county.referrals.values()][step.index % county.referrals.size]!;
  const [command, actor] = choose(referral, step);
  const way = referral.parentReferralId ? wayDown : wayUpFromVillage;
  if (playByTheSystem(county, referral, command)) return;
  if (command === 'open-down') return openDownBeside(county, referral, actor);
  if (command === 'submit') {
    keep(county, submitReferral(referral as ReturnType<typeof aDraft>, submitting(way), actOf(way.from, { actor })));
    return;
  }
  const capacityId = step.withBed ? county.capacity.capacityId : null;
  const decided = deciders[command as Exclude<ClientCommand, 'submit' | 'open-down'>](referral, actOf(hospital, { actor }), {
    ...step,
    capacityId,
  });
  const accepted = decided.referral.status === 'ACCEPTED' && referral.status !== 'ACCEPTED';
  const held = accepted && sent(decided.referral).acceptance!.capacityId;
  const { referralId } = referral;
  const request = { referralId, institutionCode: 'H01', kind: 'BED', start: '2026-06-02' } as const;
  const bed = held ? hold(county.capacity, request) : null;
  keep(county, decided);
  if (bed) county.capacity = bed.capacity;
}

function openDownBeside(county: County, parent: Referral, actor: Actor): void {
  const id = uuid(200 + county.referrals.size);
  const opened = openDown(parent, id, actOf(hospital, { actor }));
  keep(county, { referral: aDraft(wayDown, id, parent.referralId), facts: [{ kind: 'drafted' }] });
  keep(county, opened);
}

type Decider = (referral: Referral, act: Act, step: Step & { capacityId: string | null }) => Decided;

const callingOff = { reasonCode: 'PATIENT_DECLINED', comment: null, byPatient: true } as const;
const plan = { dueInDays: 14, programme: null, instructionCode: 'GENERAL' };
const deciders: Record<Exclude<ClientCommand, 'submit' | 'open-down'>, Decider> = {
  approve: approveReferral,
  reject: (referral, act) => rejectReferral(referral, { reasonCode: 'OTHER', comment: null }, act),
  accept: (referral, act, { capacityId }) =>
    acceptReferral(referral, { start: '2026-06-02', end: '2026-06-03', capacityId, diedOn: null }, act),
  'counter-offer': (referral, act, { capacityId }) => {
    const elsewhere = { departmentCode: null, toInstitutionCode: null, comment: null };
    return counterOffer(referral, { start: '2026-06-10', end: '2026-06-11', capacityId, ...elsewhere }, act);
  },
  agree: (referral, act) => agreeToOffer(referral, null, act),
  'refuse-offer': refuseOffer,
  withdraw: (referral, act) => withdrawReferral(referral, callingOff, act),
  cancel: (referral, act) => cancelReferral(referral, callingOff, act),
  'mark-no-show': (referral, { actor, at }, { dies }) => markNoShow(referral, { actor, at: dies ? at : late }),
  'upload-records': (referral, act) => {
    const documentNo = `ZZ-${referral.version}`;
    return uploadRecords(referral, [{ documentNo, typeCode: 'HSDC00.05', digest: null }], act);
  },
  'confirm-arrival': (referral, act) => confirmArrival(referral, '2026-06-02', act),
  'open-encounter': (referral, act) => openEncounter(referral, { encounterNo: 'ZY-1', reportedFor: null }, act),
  'send-outcome': (referral, act, { dies }) =>
    sendOutcome(referral, { outcome: dies ? 'DIED' : 'IMPROVED', diagnosisCodes: ['I10'], advice: 'salt' }, act),
  'no-down-needed': (referral, act, { dies }) =>
    noDownNeeded(
      referral,
      dies ? { reason: 'DIED' } : { reason: 'STAYS', followUpPlan: plan, homeInstitutionCode: 'V0101', diedOn: null },
      act,
    ),
};

/** Plain comparisons: thousands of `expect` calls a run cost more than the run. */
function brokenInvariants({ referrals, told, capacity }: County): string[] {
  const faults: string[] = [];
  const all = [...referrals.values()];
  const holding = all.filter((referral) => referral.status === 'ACCEPTED' && referral.acceptance?.capacityId);
  if (capacity.held !== holding.length) faults.push(`${capacity.held} held for ${holding.length} accepted`);
  if (capacity.held + capacity.consumed > capacity.total) faults.push('more beds than there are');
  for (const referral of all) {
    const facts = told.get(referral.referralId)!;
    if (referral.version !== facts.length) faults.push(`version ${referral.version} after ${facts.length} events`);
    const idle = facts.filter(({ kind, from, to }) => from === to && kind !== 'records-uploaded');
    if (idle.length > 0) faults.push('an event without a change of state');
    if (referral.status === 'DRAFT') continue;
    const expected = referral.status === 'ACCEPTED' || referral.status === 'NO_SHOW';
    if ((referral.expectedBy !== null) !== expected) faults.push(`${referral.status} expected by ${referral.expectedBy}`);
    const owing = ['UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED'].includes(referral.status);
    if ((referral.submission.expiresAt !== null) !== owing) faults.push(`${referral.status} with a limit of its answer`);
    // A death closes a parent whose way down was never sent.
    if (!referral.downReferralId || referral.closing?.cause === 'DIED') continue;
    const downEnded = terminalStatuses.includes(referrals.get(referral.downReferralId)!.status);
    const made = downEnded ? 'CLOSED' : 'FOLLOW_UP';
    if (referral.status !== made) faults.push(`parent ${referral.status} where its down-referral makes it ${made}`);
  }
  return faults;
}

describe('whatever is commanded, by whom and in which order', () => {
  it('versions count events, events mean changes, ends are ends, beds are held by who is accepted and has not come', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(stepArbitrary, { minLength: 30, maxLength: 80 }), (steps) => {
        const county = begin();
        for (const step of steps) {
          const ends = [...county.referrals.values()].filter(({ status }) => terminalStatuses.includes(status));
          try {
            play(county, step);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
          const moved = ends.filter((end) => county.referrals.get(end.referralId) !== end);
          const faults = [...brokenInvariants(county), ...moved.map(({ status }) => `left its end ${status}`)];
          if (faults.length > 0) throw new Error(`after ${step.command}: ${faults.join(', ')}`);
          for (const { direction, status } of county.referrals.values()) seen.add(`${direction} ${status}`);
        }
      }),
      { numRuns: 120, seed: 3 },
    );
    // A walk that stops early would prove little: the parts that carry the loop must have been reached.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['UP FOLLOW_UP', 'UP CLOSED', 'UP REJECTED', 'UP WITHDRAWN', 'UP CANCELLED', 'UP NO_SHOW', 'UP EXPIRED'],
        ...['DOWN REJECTED', 'DOWN CLOSED', 'DOWN IN_CARE', 'DOWN WITHDRAWN', 'DOWN CANCELLED', 'DOWN EXPIRED'],
      ]),
    );
  });
});
