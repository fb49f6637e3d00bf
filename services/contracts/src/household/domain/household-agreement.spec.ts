import { describe, expect, it } from '@jest/globals';
import { householdSigningRefusals, type HouseholdMember, type HouseholdSigning } from './household-agreement.ts';

const person = (change: Partial<HouseholdMember> = {}): HouseholdMember => ({
  residentId: 'r-1',
  birthDate: '1980-06-01',
  householdId: 'h-1',
  goneOn: null,
  ...change,
});
const signing = (change: Partial<HouseholdSigning> = {}): HouseholdSigning => ({
  members: [person(), person({ residentId: 'r-2', birthDate: '2020-01-01' })],
  representative: person(),
  signedOn: '2026-06-01',
  representativeAgeFrom: 18,
  ...change,
});
const reasons = (change: Partial<HouseholdSigning>) =>
  householdSigningRefusals(signing(change)).map(({ code, pointer }) => `${code.replace('contracts.household.', '')} ${pointer}`);

describe('a household', () => {
  it.each<[string, Partial<HouseholdSigning>]>([
    ['signs by one adult, children among its members', {}],
    ['signs by an adult who is no member', { representative: person({ residentId: 'r-9' }) }],
    ['signs by whoever is eighteen on that day', { representative: person({ birthDate: '2008-06-01' }) }],
    ['signs where the registry knows no household', { members: [person({ householdId: null })] }],
    ['signs by somebody whose household the registry does not know', { representative: person({ householdId: null }) }],
    ['signs by somebody who leaves the day after', { representative: person({ goneOn: '2026-06-02' }) }],
  ])('%s', (_, change) => expect(reasons(change)).toEqual([]));

  it.each<[string, Partial<HouseholdSigning>, string[]]>([
    [
      'by a child',
      { representative: person({ birthDate: '2008-06-02' }) },
      ['representative-too-young /representativeResidentId'],
    ],
    ['by the dead', { representative: person({ goneOn: '2026-06-01' }) }, ['representative-gone /representativeResidentId']],
    [
      "with another household's member",
      { members: [person(), person({ householdId: 'h-2' }), person({ householdId: null })] },
      ['other-household /members/1/residentId'],
    ],
    [
      'wrong in every way',
      { representative: person({ goneOn: '2026-01-01', birthDate: '2015-01-01', householdId: 'h-9' }) },
      [
        'representative-gone /representativeResidentId',
        'representative-too-young /representativeResidentId',
        'other-household /members/0/residentId',
        'other-household /members/1/residentId',
      ],
    ],
  ])('does not sign %s', (_, change, expected) => expect(reasons(change)).toEqual(expected));
});
