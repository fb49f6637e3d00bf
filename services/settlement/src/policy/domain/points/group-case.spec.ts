import { describe, expect, it } from '@jest/globals';
import { pneumonia } from '../../../../test/fixtures/policies.ts';
import type { CaseGroup } from './case-group.ts';
import { groupCase, type TreatedCase } from './group-case.ts';

const group = (code: string, diagnosis: string, overrides: Partial<CaseGroup> = {}): CaseGroup => ({
  ...pneumonia,
  code,
  diagnosis,
  ...overrides,
});

const codeOf = (groups: readonly CaseGroup[], treated: Partial<TreatedCase> & { diagnosisCode: string }) =>
  groupCase({ groups, basis: 'catalogue DIP@1' }, { operationCode: null, totalFen: 800000n, ...treated }).group?.code ?? null;

describe('the group of a case', () => {
  const appendicitis = [
    group('K35.9', 'K35.9'),
    group('K35.9-47.0100', 'K35.9', { operation: '47.0100' }),
    group('K35.9-47.0901', 'K35.9', { operation: '47.0901' }),
  ];

  it.each([
    ['conservative', 'K35.900', null, 'K35.9'],
    ['laparoscopic', 'K35.900x001', '47.0100', 'K35.9-47.0100'],
    ['open', 'K35.9', '47.0901', 'K35.9-47.0901'],
    ['with an operation that has no group', 'K35.900', '99.9900', null],
    ['of another diagnosis', 'K36.x00', null, null],
    ['with fewer characters than the key', 'K35', null, null],
  ])('%s', (_, diagnosisCode, operationCode, expected) => {
    expect(codeOf(appendicitis, { diagnosisCode, operationCode })).toBe(expected);
  });

  it('is the one with the longest beginning: X09519.1 matches X09519, not a shorter one', () => {
    const groups = [group('A-short', 'X0951'), group('B-long', 'X09519'), group('C-longer', 'X095190')];
    expect(codeOf(groups, { diagnosisCode: 'X09519.1' })).toBe('B-long');
  });

  it('does not depend on dots or case', () => {
    expect(codeOf([group('I10.x', 'I10.x')], { diagnosisCode: 'i10.X00' })).toBe('I10.x');
  });

  describe('where several fit equally', () => {
    const cheap = group('B', 'J18.9', { meanCostFen: 300000n });
    const dear = group('A', 'J18.9', { meanCostFen: 900000n });

    it.each([
      [400000n, 'B'],
      [800000n, 'A'],
      [600000n, 'A'],
    ])('is the one whose mean is nearest to %s fen, then the smaller code: %s', (totalFen, expected) => {
      expect(codeOf([cheap, dear], { diagnosisCode: 'J18.900', totalFen })).toBe(expected);
      expect(codeOf([dear, cheap], { diagnosisCode: 'J18.900', totalFen })).toBe(expected);
    });
  });

  it('names catalogue and version in its explanation, and no diagnosis', () => {
    const treated = { diagnosisCode: 'K35.900', operationCode: '47.0100', totalFen: 1n };
    const { step } = groupCase({ groups: appendicitis, basis: 'catalogue DIP@1' }, treated);
    expect(step).toMatchObject({
      basis: 'catalogue DIP@1',
      inputs: { operation: '470100', candidates: 1 },
      value: 'K35.9-47.0100',
    });
  });
});
