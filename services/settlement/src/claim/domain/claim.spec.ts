import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { careMonthOf, repeatOf, settleClaim, type Settling } from './claim.ts';

const settling: Settling = {
  claimId: '0197a3c0-0000-7000-8000-000000000032',
  list: stayList,
  contentDigest: 'a',
  booking: { month: '2026-06', cause: 'ON_TIME', consortiumCode: '370725-C01', replacesClaimId: null },
  policyId: '0197a3c0-0000-7000-8000-000000000030',
  benefit: {
    preSelfPayFen: 5000n,
    inScopeFen: 500000n,
    deductibleFen: 20000n,
    fundPaidFen: 360000n,
    personalFen: 160000n,
    referralApplied: true,
    contractApplied: false,
  },
  points: { state: 'SCORED', groupCode: 'J18.9', points: '462.28' },
  continuedDeductibleFen: 20000n,
  explanation: [],
};

describe('a claim', () => {
  it('belongs to the month of the discharge by its care and carries the deductibles of its chain', () => {
    const over = { ...stayList, admittedOn: '2026-05-30', dischargedOn: '2026-06-08' };
    const claim = settleClaim({ ...settling, list: over });
    expect(claim).toMatchObject({ linkedDeductibleFen: 40000n, version: 1 });
    expect(careMonthOf(claim.list)).toBe('2026-06');
  });
});

describe('a list that comes again', () => {
  const first = { claimId: settling.claimId, listVersion: 1, contentDigest: 'a' };
  const third = { claimId: '0197a3c0-0000-7000-8000-000000000033', listVersion: 3, contentDigest: 'c' };

  it('is new when nothing with its number is here, or only lower versions', () => {
    expect(repeatOf(stayList, 'a', [])).toBeNull();
    expect(repeatOf({ ...stayList, listVersion: 2 }, 'b', [first])).toBeNull();
    expect(repeatOf({ ...stayList, listVersion: 4 }, 'b', [third, first])).toBeNull();
  });

  it('is the same claim when version and content are the same, whatever came after it', () => {
    expect(repeatOf(stayList, 'a', [first])).toBe(first.claimId);
    expect(repeatOf(stayList, 'a', [third, first])).toBe(first.claimId);
  });

  it.each([
    ['with other content under the same version', { ...stayList }, 'b', 'other-content-same-version', first],
    ['in a version below the highest', { ...stayList, listVersion: 2 }, 'a', 'older-version', third],
  ])('is refused %s', (_, list, digest, code, found) => {
    expect(repeatOf(list, digest, [first, third])).toMatchObject({
      code: `settlement.claim.${code}`,
      kind: 'conflict',
      pointer: '/listVersion',
      parameters: { claimId: found.claimId, listVersion: found.listVersion },
    });
  });
});
