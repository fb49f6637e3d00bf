import { describe, expect, it } from '@jest/globals';
import { StuckPositions } from './stuck-positions.ts';

const lag = (committed: bigint | null, end: bigint) => [{ topic: 'referrals.referral.v1', partition: 3, committed, end }];

describe('a position is stuck', () => {
  it('when it stands still in two looks while records come in', () => {
    const positions = new StuckPositions();
    expect(positions.look(lag(5n, 6n))).toBeUndefined();
    expect(positions.look(lag(5n, 7n))).toBeUndefined();
    expect(positions.look(lag(5n, 8n))).toBe('referrals.referral.v1 3');
  });

  it('also when nothing was ever committed', () => {
    const positions = new StuckPositions();
    const looks = [1n, 2n, 3n].map((end) => positions.look(lag(null, end)));
    expect(looks.at(-1)).toBe('referrals.referral.v1 3');
  });

  it('not while nothing comes in', () => {
    const positions = new StuckPositions();
    expect([0, 1, 2, 3].map(() => positions.look(lag(5n, 6n)))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('not while it moves', () => {
    const positions = new StuckPositions();
    expect([1n, 2n, 3n, 4n].map((at) => positions.look(lag(at, at + 3n)))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('not while a handler works, however long', () => {
    const positions = new StuckPositions();
    const done = positions.working('referrals.referral.v1', 3);
    expect([7n, 8n, 9n].map((end) => positions.look(lag(5n, end)))).toEqual([undefined, undefined, undefined]);
    done();
    expect([10n, 11n].map((end) => positions.look(lag(5n, end)))).toEqual([undefined, undefined]);
    expect(positions.look(lag(5n, 12n))).toBe('referrals.referral.v1 3');
  });
});
