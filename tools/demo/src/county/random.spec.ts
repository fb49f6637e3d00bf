import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomStream } from './random.ts';

const draws = (seed: string, label: string, count = 20) => {
  const random = randomStream(seed, label);
  return Array.from({ length: count }, () => random.int(0, 999_999));
};

describe('a stream of draws', () => {
  it('repeats for the same seed and label, and for no other', () => {
    expect(draws('1', 'a')).toEqual(draws('1', 'a'));
    expect(draws('1', 'a')).not.toEqual(draws('2', 'a'));
    expect(draws('1', 'a')).not.toEqual(draws('1', 'b'));
    expect(draws('1a', '')).not.toEqual(draws('1', 'a'));
  });

  it('stays the same from release to release', () => {
    expect(draws('1', 'a', 3)).toEqual([746872, 843788, 751974]);
  });

  it('keeps to its bounds and lists', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, width) => {
        const random = randomStream(seed, 'x');
        const drawn = random.int(from, from + width);
        return drawn >= from && drawn <= from + width && ['a', 'b'].includes(random.pick(['a', 'b']));
      }),
    );
  });

  it('hits a share about as often as it says, never at 0, always at 1', () => {
    const random = randomStream('1', 'shares');
    const hits = (share: string) => Array.from({ length: 10_000 }, () => random.chance(share)).filter(Boolean).length;
    expect([hits('0'), hits('1')]).toEqual([0, 10_000]);
    expect(Math.abs(hits('0.25') - 2_500)).toBeLessThan(200);
    const picked = Array.from({ length: 10_000 }, () => random.pickBy([{ share: '0.1' }, { share: '0.9' }]).share);
    expect(Math.abs(picked.filter((share) => share === '0.1').length - 1_000)).toBeLessThan(150);
  });
});
