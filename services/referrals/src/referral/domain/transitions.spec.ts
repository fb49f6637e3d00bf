import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import { actorOf, aDraft, aPending } from '../../../test/fixtures/referrals.ts';
import { bureau, clinic, hospital, mchHospital, township } from '../../../test/fixtures/institutions.ts';
import { statuses, terminalStatuses, type Direction, type ReferralStatus } from './referral-codes.ts';
import type { Referral } from './referral.ts';
import { allowedActions, sidesOf, stepOf, theSystem, transitions, type Actor, type Command } from './transitions.ts';

/** Written down from the domain text, not from the table under test: command, who, from which states, where to. */
const up: Record<string, [Actor, ReferralStatus[], ReferralStatus[]]> = {
  submit: [actorOf(clinic), ['DRAFT'], ['SUBMITTED']],
  route: [theSystem, ['SUBMITTED'], ['UNDER_REVIEW', 'PENDING_RECEIVER']],
  approve: [actorOf(township), ['UNDER_REVIEW'], ['PENDING_RECEIVER']],
  accept: [actorOf(hospital), ['PENDING_RECEIVER'], ['ACCEPTED']],
  'counter-offer': [actorOf(hospital), ['PENDING_RECEIVER'], ['COUNTER_OFFERED']],
  agree: [actorOf(clinic), ['COUNTER_OFFERED'], ['ACCEPTED']],
  'refuse-offer': [actorOf(clinic), ['COUNTER_OFFERED'], ['PENDING_RECEIVER']],
  withdraw: [actorOf(clinic), ['SUBMITTED', 'UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED'], ['WITHDRAWN']],
  expire: [theSystem, ['SUBMITTED', 'UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED'], ['EXPIRED']],
  cancel: [actorOf(clinic), ['ACCEPTED'], ['CANCELLED']],
  'mark-no-show': [actorOf(hospital), ['ACCEPTED'], ['NO_SHOW']],
  'confirm-arrival': [actorOf(hospital), ['ACCEPTED'], ['ARRIVED']],
  'open-encounter': [actorOf(hospital), ['ARRIVED'], ['IN_CARE']],
  'send-outcome': [actorOf(hospital), ['ARRIVED', 'IN_CARE'], ['OUTCOME_SENT']],
  'open-down': [actorOf(hospital), ['OUTCOME_SENT'], ['FOLLOW_UP']],
  'no-down-needed': [actorOf(hospital), ['OUTCOME_SENT'], ['FOLLOW_UP', 'CLOSED']],
  'close-loop': [theSystem, ['FOLLOW_UP'], ['CLOSED']],
  'return-down': [theSystem, ['FOLLOW_UP'], ['OUTCOME_SENT']],
};
const down: typeof up = {
  ...up,
  'open-down': [actorOf(hospital), [], []],
  'no-down-needed': [actorOf(hospital), ['OUTCOME_SENT'], ['CLOSED']],
  'close-loop': [theSystem, ['ACCEPTED', 'ARRIVED', 'IN_CARE', 'OUTCOME_SENT'], ['CLOSED']],
  'return-down': [theSystem, [], []],
};
const commands = Object.keys(up) as Command[];

/** From the clinic, reviewed by the township, to the hospital: three institutions on three sides. */
function inState(status: ReferralStatus, direction: Direction): Referral {
  if (status === 'DRAFT') return { ...aDraft(), direction, fromInstitutionCode: 'V0101' };
  const pending = aPending();
  const submission = { ...pending.submission, reviewerInstitutionCode: 'T01' };
  return { ...pending, direction, fromInstitutionCode: 'V0101', submission, status };
}

const refusalOf = (work: () => unknown) => refusalsOf(work).join() || null;

describe('every state with every command', () => {
  const pairs = statuses.flatMap((status) => commands.map((command) => [status, command] as const));
  const conflict = 'not-in-this-state';

  it.each(pairs)('an up-referral in %s takes %s where the rules say so, else not', (status, command) => {
    const [actor, from, to] = up[command]!;
    const referral = inState(status, 'UP');
    if (from.includes(status)) for (const next of to) expect(stepOf(referral, command, { actor, to: next }).to).toBe(next);
    else expect(refusalOf(() => stepOf(referral, command, { actor }))).toBe(conflict);
  });

  it.each(pairs)('a down-referral in %s takes %s where the rules say so, else not', (status, command) => {
    const [actor, from, to] = down[command]!;
    const referral = inState(status, 'DOWN');
    if (from.includes(status)) for (const next of to) expect(stepOf(referral, command, { actor, to: next }).to).toBe(next);
    else expect(refusalOf(() => stepOf(referral, command, { actor }))).toBe(conflict);
  });

  it.each(statuses)('in %s a rejection is open to the one who has to answer, and to nobody else', (status) => {
    const referral = inState(status, 'UP');
    const answering = { UNDER_REVIEW: 'T01', PENDING_RECEIVER: 'H01' }[status as string];
    for (const institution of [clinic, township, hospital]) {
      const expected = answering === institution.institutionCode ? null : answering ? 'not-your-step' : conflict;
      expect(refusalOf(() => stepOf(referral, 'reject', { actor: actorOf(institution) }))).toBe(expected);
    }
  });
});

describe('who takes a step', () => {
  it.each([
    ['submit', 'DRAFT', hospital],
    ['approve', 'UNDER_REVIEW', clinic],
    ['approve', 'UNDER_REVIEW', hospital],
    ['accept', 'PENDING_RECEIVER', clinic],
    ['accept', 'PENDING_RECEIVER', township],
    ['counter-offer', 'PENDING_RECEIVER', clinic],
    ['counter-offer', 'PENDING_RECEIVER', township],
    ['agree', 'COUNTER_OFFERED', hospital],
    ['refuse-offer', 'COUNTER_OFFERED', hospital],
    ['agree', 'COUNTER_OFFERED', township],
    ['withdraw', 'PENDING_RECEIVER', hospital],
    ['withdraw', 'UNDER_REVIEW', township],
    ['cancel', 'ACCEPTED', township],
    ['mark-no-show', 'ACCEPTED', clinic],
    ['upload-records', 'IN_CARE', hospital],
    ['expire', 'PENDING_RECEIVER', hospital],
    ['confirm-arrival', 'ACCEPTED', clinic],
    ['send-outcome', 'IN_CARE', bureau],
    ['close-loop', 'FOLLOW_UP', hospital],
    ['reject', 'PENDING_RECEIVER', mchHospital],
  ] as const)('%s in %s is not the step of %p', (command, status, institution) => {
    expect(refusalOf(() => stepOf(inState(status, 'UP'), command, { actor: actorOf(institution) }))).toBe('not-your-step');
  });

  it('one institution may stand on two sides', () => {
    const referral = { ...inState('UNDER_REVIEW', 'UP'), toInstitutionCode: 'T01' };
    expect(sidesOf(referral, actorOf(township))).toEqual(['REVIEWER', 'RECEIVER']);
    expect(allowedActions(referral, actorOf(township))).toEqual(['approve', 'reject']);
    expect(allowedActions({ ...referral, status: 'PENDING_RECEIVER' } as Referral, actorOf(township))).toEqual([
      'reject',
      'accept',
      'counter-offer',
    ]);
  });
});

describe('steps of more than one side, or of none', () => {
  it('a cancellation is open to sender and receiver alike', () => {
    const accepted = inState('ACCEPTED', 'UP');
    expect(stepOf(accepted, 'cancel', { actor: actorOf(clinic) })).toMatchObject({ by: 'SENDER', to: 'CANCELLED' });
    expect(stepOf(accepted, 'cancel', { actor: actorOf(hospital) })).toMatchObject({ by: 'RECEIVER', to: 'CANCELLED' });
  });

  it('the clock makes a no-show of a way up, never of a way down: its follow-up finds the patient at home', () => {
    expect(stepOf(inState('ACCEPTED', 'UP'), 'mark-no-show', { actor: theSystem })).toMatchObject({ by: 'SYSTEM' });
    expect(refusalOf(() => stepOf(inState('ACCEPTED', 'DOWN'), 'mark-no-show', { actor: theSystem }))).toBe('not-your-step');
    expect(stepOf(inState('ACCEPTED', 'DOWN'), 'mark-no-show', { actor: actorOf(hospital) })).toMatchObject({ by: 'RECEIVER' });
  });

  it.each(statuses)('documents leave %s as it is, where they may come at all', (status) => {
    const upload = () => stepOf(inState(status, 'UP'), 'upload-records', { actor: actorOf(clinic) }).to;
    if (['ACCEPTED', 'ARRIVED', 'IN_CARE'].includes(status)) expect(upload()).toBe(status);
    else expect(refusalOf(upload)).toBe('not-in-this-state');
  });
});

describe('allowed actions', () => {
  it('are the commands of the table for the state and the side', () => {
    expect(allowedActions(inState('DRAFT', 'UP'), actorOf(clinic))).toEqual(['submit']);
    expect(allowedActions(inState('COUNTER_OFFERED', 'UP'), actorOf(clinic))).toEqual(['agree', 'refuse-offer', 'withdraw']);
    expect(allowedActions(inState('ACCEPTED', 'UP'), actorOf(clinic))).toEqual(['cancel', 'upload-records']);
    expect(allowedActions(inState('ACCEPTED', 'UP'), actorOf(hospital))).toEqual(['cancel', 'mark-no-show', 'confirm-arrival']);
    expect(allowedActions(inState('ARRIVED', 'UP'), actorOf(hospital))).toEqual(['open-encounter', 'send-outcome']);
    expect(allowedActions(inState('OUTCOME_SENT', 'UP'), actorOf(hospital))).toEqual(['open-down', 'no-down-needed']);
    expect(allowedActions(inState('OUTCOME_SENT', 'DOWN'), actorOf(hospital))).toEqual(['no-down-needed']);
    expect(allowedActions(inState('PENDING_RECEIVER', 'UP'), actorOf(clinic))).toEqual(['withdraw']);
    expect(allowedActions(inState('OUTCOME_SENT', 'UP'), actorOf(clinic))).toEqual([]);
  });

  it.each(terminalStatuses)('%s is an end for everybody', (status) => {
    for (const actor of [actorOf(clinic), actorOf(township), actorOf(hospital), theSystem]) {
      for (const direction of ['UP', 'DOWN'] as const) expect(allowedActions(inState(status, direction), actor)).toEqual([]);
    }
  });
});

it('the table is a function: a state, a command, a side and a target name one row at most', () => {
  const keys = transitions.flatMap((row) =>
    row.from.flatMap((from) =>
      (row.directions ?? ['UP', 'DOWN', 'LATERAL']).map((direction) => [direction, from, row.command, row.by, row.to].join()),
    ),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

describe('any state, any command, any side', () => {
  const sides: Record<string, Actor> = {
    SENDER: actorOf(clinic),
    REVIEWER: actorOf(township),
    RECEIVER: actorOf(hospital),
    SYSTEM: theSystem,
    NOBODY: actorOf(mchHospital),
  };
  const names = [...new Set([...Object.keys(up), 'reject', 'upload-records'])] as Command[];
  /** Sides that may, from the written-down tables above and the two that lead from several sides or nowhere else. */
  const mayTake = (direction: 'UP' | 'DOWN', status: ReferralStatus, command: Command): string[] => {
    if (command === 'reject') return { UNDER_REVIEW: ['REVIEWER'], PENDING_RECEIVER: ['RECEIVER'] }[status as string] ?? [];
    if (command === 'upload-records') return ['ACCEPTED', 'ARRIVED', 'IN_CARE'].includes(status) ? ['SENDER'] : [];
    const [actor, from] = (direction === 'UP' ? up : down)[command]!;
    if (!from.includes(status)) return [];
    if (command === 'cancel') return ['SENDER', 'RECEIVER'];
    if (command === 'mark-no-show') return direction === 'UP' ? ['RECEIVER', 'SYSTEM'] : ['RECEIVER'];
    return Object.keys(sides).filter((side) => sides[side] === actor || sides[side]!.institutionCode === actor.institutionCode);
  };

  it('is taken where the domain text says so, and refused with the right reason where not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UP' as const, 'DOWN' as const),
        fc.constantFrom(...statuses),
        fc.constantFrom(...names),
        fc.constantFrom(...Object.keys(sides)),
        (direction, status, command, side) => {
          const may = mayTake(direction, status, command);
          const referral = inState(status, direction);
          const actor = sides[side]!;
          const to = may.includes(side) ? (direction === 'UP' ? up : down)[command]?.[2][0] : undefined;
          const expected = may.includes(side) ? null : may.length > 0 ? 'not-your-step' : 'not-in-this-state';
          expect(refusalOf(() => stepOf(referral, command, to ? { actor, to } : { actor }))).toBe(expected);
          // A client is shown just what he may do.
          if (side !== 'SYSTEM') expect(allowedActions(referral, actor).includes(command)).toBe(may.includes(side));
        },
      ),
      { numRuns: 2000, seed: 20261122 },
    );
  });
});
