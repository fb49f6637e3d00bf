import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { endWithResidence, signContract, stateOn, terminateContract, type Signing } from './contract.ts';
import { priorityGroupsOn } from './priority-groups.ts';

const signing = (change: Partial<Signing> = {}): Signing => ({
  contractId: 'c-1',
  residentId: 'r-1',
  householdAgreementId: null,
  team: { teamId: 't-1', teamCode: 'T-001', institutionCode: 'H1', leaderPractitionerCode: 'D1' },
  terms: {
    profileVersion: 'test@1',
    yearsMin: 1,
    yearsMax: 3,
    panelLimitPersons: 2000,
    feeFen: 12_000n,
    packages: new Map([
      ['GENERAL', null],
      ['HTN', 'HTN'],
    ]),
  },
  startsOn: '2026-03-01',
  years: 1,
  packageCodes: ['GENERAL'],
  priorityGroups: [],
  residentGoneOn: null,
  panelPersons: 0,
  ...change,
});

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Refused).refusals.map((refusal) => refusal.code.replace('contracts.contract.', ''));
  }
};

describe('signing a contract', () => {
  it('runs whole years, its last day being the eve of the anniversary', () => {
    expect(signContract(signing({ years: 2 }))).toMatchObject({ startsOn: '2026-03-01', endsOn: '2028-02-29', version: 1 });
  });

  it.each<[string, Partial<Signing>, string[]]>([
    ['a resident who died that day', { residentGoneOn: '2026-03-01' }, ['resident-gone']],
    ['less than a year', { years: 0 }, ['term-out-of-range']],
    ['more years than the county allows', { years: 4 }, ['term-out-of-range']],
    ['a package outside the menu', { packageCodes: ['SPA'] }, ['package-unknown']],
    ['the hypertension package without hypertension', { packageCodes: ['HTN'] }, ['package-needs-group']],
    ['one person more than the panel holds', { panelPersons: 2000 }, ['panel-full']],
    [
      'everything at once',
      { residentGoneOn: '2026-01-01', years: 9, packageCodes: ['SPA', 'HTN'], panelPersons: 2001 },
      ['resident-gone', 'term-out-of-range', 'package-unknown', 'package-needs-group', 'panel-full'],
    ],
  ])('refuses %s', (_, change, codes) => expect(codesOf(() => signContract(signing(change)))).toEqual(codes));

  it.each<[string, Partial<Signing>]>([
    ['a resident who dies the day after', { residentGoneOn: '2026-03-02' }],
    ['the hypertension package with hypertension', { packageCodes: ['HTN', 'GENERAL'], priorityGroups: ['HTN'] }],
    ['the last free place of the panel', { panelPersons: 1999 }],
  ])('takes %s', (_, change) => expect(codesOf(() => signContract(signing(change)))).toEqual([]));
});

describe('ending a contract', () => {
  const contract = signContract(signing());

  it('the day of ending is the first day without it', () => {
    const ended = terminateContract(contract, '2026-07-01', 'MOVED_OUT');
    expect(stateOn(ended, '2026-06-30')).toBe('ACTIVE');
    expect(stateOn(ended, '2026-07-01')).toBe('TERMINATED');
    expect(ended.version).toBe(2);
  });

  it('is refused twice, after its last day, and before its first', () => {
    const ended = terminateContract(contract, '2026-07-01', 'OTHER');
    expect(codesOf(() => terminateContract(ended, '2026-08-01', 'OTHER'))).toEqual(['not-in-force']);
    expect(codesOf(() => terminateContract(contract, '2027-03-01', 'OTHER'))).toEqual(['not-in-force']);
    expect(codesOf(() => terminateContract(contract, '2026-02-28', 'OTHER'))).toEqual(['terminated-before-start']);
  });

  it.each([
    ['2026-01-01', '2026-03-01'],
    ['2026-03-02', '2026-03-02'],
    ['2027-02-28', '2027-02-28'],
    ['2027-03-01', undefined],
  ])('of a resident who is gone on %s, it ends on %s', (goneOn, terminatedOn) =>
    expect(endWithResidence(contract, goneOn, 'DIED')?.terminatedOn).toBe(terminatedOn),
  );

  it('is ended once, whatever news comes later', () =>
    expect(endWithResidence(terminateContract(contract, '2026-07-01', 'OTHER'), '2026-06-01', 'DIED')).toBeNull());

  it('its state on a day follows from its dates', () => {
    expect(['2026-02-28', '2026-03-01', '2027-02-28', '2027-03-01'].map((day) => stateOn(contract, day))).toEqual([
      'NOT_STARTED',
      'ACTIVE',
      'ACTIVE',
      'EXPIRED',
    ]);
  });
});

describe('priority groups of a resident', () => {
  const byAge = [
    { code: 'CHILD_0_6', ageFrom: 0, ageTo: 6 },
    { code: 'ELDERLY_65', ageFrom: 65, ageTo: null },
  ];
  it.each([
    ['1961-06-15', '2026-06-14', [], []],
    ['1961-06-15', '2026-06-15', ['HTN'], ['ELDERLY_65', 'HTN']],
    ['2019-06-15', '2026-06-14', [], ['CHILD_0_6']],
    ['2019-06-15', '2026-06-15', [], []],
  ])('born %s, on %s with %j', (birthDate, on, programmes, groups) =>
    expect(priorityGroupsOn(birthDate, programmes, on, byAge)).toEqual(groups),
  );
});
