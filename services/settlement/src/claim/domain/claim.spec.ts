import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { repeatOf, settleClaim, type Settling } from './claim.ts';

const settling: Settling = {
  claimId: '0197a3c0-0000-7000-8000-000000000032',
  list: stayList,
  contentDigest: 'a',
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
  it('belongs to the month of the discharge and carries the deductibles of its chain', () => {
    const over = { ...stayList, admittedOn: '2026-05-30', dischargedOn: '2026-06-08' };
    expect(settleClaim({ ...settling, list: over })).toMatchObject({ month: '2026-06', linkedDeductibleFen: 40000n, version: 1 });
  });
});

describe('a list that comes again', () => {
  const received = { claimId: settling.claimId, listVersion: 1, contentDigest: 'a' };

  it('is new when nothing with its number is here', () => {
    expect(repeatOf(stayList, 'a', undefined)).toBeNull();
  });

  it('is the same claim when its content is the same', () => {
    expect(repeatOf(stayList, 'a', received)).toBe(received.claimId);
  });

  it.each([
    ['with other content under the same version', { ...stayList }, 'b', 'other-content-same-version'],
    ['in a higher version', { ...stayList, listVersion: 2 }, 'a', 'correction-not-open'],
    ['in a lower version', { ...stayList, listVersion: 0 }, 'a', 'correction-not-open'],
  ])('is refused %s', (_, list, digest, code) => {
    expect(repeatOf(list, digest, received)).toMatchObject({
      code: `settlement.claim.${code}`,
      kind: 'conflict',
      pointer: '/listVersion',
    });
  });
});
