import { describe, expect, it } from '@jest/globals';
import { isWorthAgain, pauseBefore, type TryOutcome } from './retry.ts';

const answered = (status: number, more: { retryAfter?: string; code?: string } = {}): TryOutcome => ({
  kind: 'answered',
  status,
  retryAfter: null,
  code: null,
  ...more,
});

describe('whether a request is sent again', () => {
  it.each<[string, TryOutcome, boolean]>([
    ['no answer', { kind: 'broken' }, true],
    ['the gateway finds no service', answered(502), true],
    ['the service stops', answered(503), true],
    ['the gateway waited too long', answered(504), true],
    ['too many requests', answered(429), true],
    ['a fault', answered(500), true],
    ['the same key still runs', answered(409, { code: 'command.still-running' }), true],
    ['another conflict', answered(409, { code: 'contracts.contract.already-signed' }), false],
    ['not projected yet', answered(422, { retryAfter: '2' }), true],
    ['a rule', answered(422), false],
    ['stale', answered(412), false],
    ['done', answered(201), false],
  ])('%s', (_, outcome, again) => expect(isWorthAgain(outcome, 1)).toBe(again));

  it('a fault that stays is an answer', () => expect(isWorthAgain(answered(500), 5)).toBe(false));
});

it('pauses double up to two seconds, or last as long as the server asks', () => {
  const broken: TryOutcome = { kind: 'broken' };
  expect([1, 2, 3, 7, 30].map((tries) => pauseBefore(tries, broken))).toEqual([50, 100, 200, 2_000, 2_000]);
  expect(pauseBefore(1, answered(422, { retryAfter: '3' }))).toBe(3_000);
  expect(pauseBefore(2, answered(503, { retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' }))).toBe(100);
});
