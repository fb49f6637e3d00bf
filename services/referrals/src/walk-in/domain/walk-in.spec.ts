import { describe, expect, it } from '@jest/globals';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import { uuid } from '../../../test/fixtures/referrals.ts';
import { endWalkIn, registerWalkIn, type Registering } from './walk-in.ts';

const registering: Registering = {
  walkInId: uuid(1),
  institutionCode: 'H01',
  departmentCode: 'CARDIO',
  residentId: uuid(2),
  visitType: 'OUTPATIENT',
  urgency: 'ROUTINE',
  registeredAt: '2026-06-01T08:00:00.000+08:00',
  resident: { diedOn: null, mergedInto: null },
  waitsAlready: false,
  expectedBy: null,
};
const register = (changes: Partial<Registering> = {}) => registerWalkIn({ ...registering, ...changes });

describe('a patient without a referral', () => {
  it.each([
    ['ROUTINE', 'WALK_IN'],
    ['URGENT', 'URGENT'],
    ['EMERGENCY', 'EMERGENCY'],
  ] as const)('%s waits as %s', (urgency, workClass) => {
    const { walkIn, fact } = register({ urgency });
    expect([walkIn.workClass, walkIn.status, walkIn.version, fact]).toEqual([workClass, 'WAITING', 1, { kind: 'registered' }]);
  });

  it.each<[string, Partial<Registering>, string[]]>([
    ['who died before', { resident: { diedOn: '2026-05-31', mergedInto: null } }, ['resident-died /residentId']],
    ['who died on that day', { resident: { diedOn: '2026-06-01', mergedInto: null } }, ['resident-died /residentId']],
    ['who died later, entered late', { resident: { diedOn: '2026-06-02', mergedInto: null } }, []],
    [
      'whose record was merged, and who has died',
      { resident: { diedOn: '2026-05-01', mergedInto: uuid(9) } },
      ['resident-died /residentId', 'resident-merged /residentId'],
    ],
    [
      'who waits there already, and is expected',
      { waitsAlready: true, expectedBy: { referralId: uuid(5), referralNo: 'T01-1' } },
      ['waits-already /departmentCode', 'is-expected'],
    ],
  ])('%s', (_, changes, expected) => expect(refusalsOf(() => register(changes))).toEqual(expected));

  it.each(['TAKEN', 'LEFT'] as const)('is %s once', (ending) => {
    const { walkIn, fact } = endWalkIn(register().walkIn, ending);
    expect([walkIn.status, walkIn.version, fact]).toEqual([ending, 2, { kind: 'ended', ending }]);
    expect(refusalsOf(() => endWalkIn(walkIn, 'LEFT'))).toEqual(['not-waiting']);
  });
});
