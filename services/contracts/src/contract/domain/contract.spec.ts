import { describe, expect, it } from '@jest/globals';
import { Refused } from '@yigongti/kernel';
import { endWithResidence, signContract, stateOn, terminateContract, type Contract, type Signing } from './contract.ts';
import { priorityGroupsOn } from './priority-groups.ts';
import { renewalRefusals, renewalStart, renewedBy } from './renewal.ts';

const signing = (change: Partial<Signing> = {}): Signing => ({
  contractId: 'c-1',
  residentId: 'r-1',
  householdAgreementId: null,
  previousContractId: null,
  team: { teamId: 't-1', teamCode: 'T-001', institutionCode: 'H1', leaderPractitionerCode: 'D1' },
  terms: {
    profileVersion: 'test@1',
    yearsMin: 1,
    yearsMax: 3,
    startsAheadDaysMax: 366,
    panelLimitPersons: 2000,
    renewalOpensDaysBefore: 60,
    renewalClosesDaysAfter: 30,
    feeFen: 12_000n,
    packages: new Map([
      ['GENERAL', null],
      ['HTN', 'HTN'],
    ]),
  },
  signedOn: '2026-03-01',
  startsOn: '2026-03-01',
  years: 1,
  packageCodes: ['GENERAL'],
  priorityGroups: [],
  residentGoneOn: null,
  panelPersons: 0,
  newPersons: 1,
  alreadySigned: false,
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
  it('runs whole years, its last day being the eve of the anniversary, and knows when it may be renewed', () => {
    expect(signContract(signing({ years: 2 }))).toMatchObject({
      startsOn: '2026-03-01',
      endsOn: '2028-02-29',
      renewalOpensOn: '2027-12-31',
      renewalClosesOn: '2028-03-30',
      version: 1,
    });
  });

  it.each<[string, Partial<Signing>, string[]]>([
    ['a resident who died that day', { residentGoneOn: '2026-03-01' }, ['resident-gone']],
    ['the day before its signature', { signedOn: '2026-03-02' }, ['starts-before-signature']],
    ['a start that nobody can foresee', { startsOn: '2027-03-03' }, ['starts-too-far-ahead']],
    ['somebody who is under contract in the term', { alreadySigned: true }, ['already-signed']],
    ['a household of three where two places are left', { panelPersons: 1998, newPersons: 3 }, ['panel-full']],
    ['less than a year', { years: 0 }, ['term-out-of-range']],
    ['more years than the county allows', { years: 4 }, ['term-out-of-range']],
    ['a package outside the menu', { packageCodes: ['SPA'] }, ['package-unknown']],
    ['the hypertension package without hypertension', { packageCodes: ['HTN'] }, ['package-needs-group']],
    ['one person more than the panel holds', { panelPersons: 2000 }, ['panel-full']],
    [
      'everything at once',
      {
        residentGoneOn: '2026-01-01',
        signedOn: '2026-04-01',
        years: 9,
        packageCodes: ['SPA', 'HTN'],
        panelPersons: 2001,
        alreadySigned: true,
      },
      [
        'resident-gone',
        'starts-before-signature',
        'term-out-of-range',
        'package-unknown',
        'package-needs-group',
        'panel-full',
        'already-signed',
      ],
    ],
  ])('refuses %s', (_, change, codes) => expect(codesOf(() => signContract(signing(change)))).toEqual(codes));

  it.each<[string, Partial<Signing>]>([
    ['a resident who dies the day after', { residentGoneOn: '2026-03-02' }],
    ['the hypertension package with hypertension', { packageCodes: ['HTN', 'GENERAL'], priorityGroups: ['HTN'] }],
    ['the last free place of the panel', { panelPersons: 1999 }],
    ['the last three places of the panel for a household of three', { panelPersons: 1997, newPersons: 3 }],
    ['a start a year after its signature', { startsOn: '2027-03-02' }],
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

describe('renewing a contract', () => {
  const contract = signContract(signing());
  const reasons = (change: Partial<Contract>, on: string) =>
    renewalRefusals({ ...contract, ...change }, on).map(({ code }) => code.replace('contracts.contract.', ''));

  it.each<[string, Partial<Contract>, string, string[]]>([
    ['61 days before its last day', {}, '2026-12-29', ['renewal-too-early']],
    ['60 days before', {}, '2026-12-30', []],
    ['30 days after', {}, '2027-03-30', []],
    ['31 days after', {}, '2027-03-31', ['renewal-too-late']],
    ['when somebody has ended it', { terminatedOn: '2027-01-01' }, '2027-01-10', ['not-in-force']],
    ['when it is renewed already', { renewedByContractId: 'c-2' }, '2027-01-10', ['already-renewed']],
    [
      'when it is ended, renewed and long over',
      { terminatedOn: '2027-01-01', renewedByContractId: 'c-2' },
      '2028-01-01',
      ['not-in-force', 'already-renewed', 'renewal-too-late'],
    ],
  ])('%s', (_, change, on, codes) => expect(reasons(change, on)).toEqual(codes));

  it.each([
    ['2026-12-30', '2027-03-01'],
    ['2027-02-28', '2027-03-01'],
    ['2027-03-01', '2027-03-01'],
    ['2027-03-20', '2027-03-20'],
  ])('on %s, the successor starts on %s: without a gap, never backwards', (on, startsOn) =>
    expect(renewalStart(contract.endsOn, on)).toBe(startsOn),
  );

  it('leaves in the old one what follows it', () =>
    expect(renewedBy(contract, 'c-2')).toMatchObject({ renewedByContractId: 'c-2', version: 2, terminatedOn: null }));
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
