import { describe, expect, it } from '@jest/globals';
import { faultsOfValues, sourcesOn, valuesOn } from './dated-value.ts';

const dated = (value: unknown, from = '2024-01-01', source = 'assumption') => ({ value, from, source });

describe('a section of dated values', () => {
  it('is whole when every figure has its day and its source', () => {
    const section = {
      days: dated(7),
      nested: { limits: [dated({ below: 140 }, '2017-02-28', 'norm: NBPHS'), dated({ below: 130 }, '2027-01-01')] },
      policies: [{ identity: { policyCode: 'A', year: 2026 }, cap: dated(100) }],
    };
    expect(faultsOfValues(section, '/s')).toEqual([]);
  });

  it.each([
    ['a bare figure', { days: 7 }, '/s/days', 'stands without date and source'],
    ['a bare figure in a list', { days: [7] }, '/s/days/0', 'stands without date and source'],
    ['no day', { days: { value: 7, source: 'assumption' } }, '/s/days/from', 'must be a date YYYY-MM-DD'],
    ['a day that is none', { days: dated(7, '2024-02-30') }, '/s/days/from', 'must be a date YYYY-MM-DD'],
    ['a source of no kind', { days: dated(7, '2024-01-01', 'I think') }, '/s/days/source', 'must begin with one of'],
    ['a key that means nothing', { days: { ...dated(7), note: 'x' } }, '/s/days/note', 'is not a part of a dated value'],
    ['a binary fraction', { days: dated({ share: 0.7 }) }, '/s/days/value/share', 'a fraction is written as a decimal string'],
    ['a binary fraction in an identity', { identity: { x: 0.5 } }, '/s/identity/x', 'a fraction is written as a decimal string'],
    [
      'a history out of order',
      { days: [dated(1, '2025-01-01'), dated(2, '2025-01-01')] },
      '/s/days/1',
      'must hold from a later day',
    ],
  ])('names %s', (_, section, at, message) => {
    expect(faultsOfValues(section, '/s')).toEqual([{ at, message: expect.stringContaining(message) }]);
  });

  it('names every fault, not the first', () => {
    const faults = faultsOfValues({ a: 1, b: { value: 0.5, from: 'soon', source: '' } }, '/s');
    expect(faults.map(({ at }) => at)).toEqual(['/s/a', '/s/b/from', '/s/b/source', '/s/b/value']);
  });
});

describe('what holds on a day', () => {
  const history = { fee: [dated(100, '2024-01-01', 'assumption'), dated(120, '2026-01-01', 'norm: new')] };

  it.each([
    ['2023-12-31', {}, {}],
    ['2024-01-01', { fee: 100 }, { '/fee': 'assumption' }],
    ['2025-12-31', { fee: 100 }, { '/fee': 'assumption' }],
    ['2026-01-01', { fee: 120 }, { '/fee': 'norm: new' }],
  ])('%s', (date, values, sources) => {
    expect(valuesOn(history, date)).toEqual(values);
    expect(sourcesOn(history, date)).toEqual(sources);
  });

  it('keeps an identity as it is', () => {
    expect(valuesOn([{ identity: { code: 'A' }, weight: dated('15') }], '2024-01-01')).toEqual([
      { identity: { code: 'A' }, weight: '15' },
    ]);
  });
});
