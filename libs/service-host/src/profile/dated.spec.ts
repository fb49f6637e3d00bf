import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dated } from './dated.ts';

const entries = [
  { value: 1, from: '2020-01-01', source: 'assumption' },
  { value: 2, from: '2024-07-01', source: 'assumption' },
];
const figure = dated(z.int()).parse(entries);

describe('a dated figure', () => {
  it.each([
    ['2020-01-01', 1],
    ['2024-06-30', 1],
    ['2024-07-01', 2],
    ['2999-12-31', 2],
  ])('on %s is %s', (date, value) => expect(figure.valueAt(date)).toBe(value));

  it('judges no day before it held, and says so to whoever named that day', () =>
    expect(() => figure.valueAt('2019-12-31')).toThrow(
      expect.objectContaining({ refusals: [expect.objectContaining({ code: 'profile.not-in-force', kind: 'rule' })] }),
    ));

  it('takes a single entry, and refuses a history out of order', () => {
    expect(dated(z.int()).parse(entries[0]).valueAt('2020-01-01')).toBe(1);
    expect(dated(z.int()).safeParse([...entries].reverse()).success).toBe(false);
  });
});
