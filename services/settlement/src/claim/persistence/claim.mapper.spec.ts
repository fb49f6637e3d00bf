import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { settleClaim, type Claim } from '../domain/claim.ts';
import { toClaim, toReversal, toReversalRecord, toRow } from './claim.mapper.ts';

const claim: Claim = settleClaim({
  claimId: '0197a3c0-0000-7000-8000-000000000032',
  list: { ...stayList, operationCode: '47.0100', items: [{ code: '01', fen: 520000n }] },
  contentDigest: 'd',
  booking: {
    month: '2026-07',
    cause: 'CORRECTION',
    consortiumCode: '370725-C01',
    replacesClaimId: '0197a3c0-0000-7000-8000-000000000033',
  },
  policyId: '0197a3c0-0000-7000-8000-000000000030',
  benefit: {
    preSelfPayFen: 55000n,
    inScopeFen: 450000n,
    deductibleFen: 20000n,
    fundPaidFen: 300000n,
    personalFen: 220000n,
    referralApplied: false,
    contractApplied: true,
  },
  points: { state: 'SCORED', groupCode: 'J18.9', points: '462.28' },
  continuedDeductibleFen: 1n,
  explanation: [{ rule: 'r', titleZh: '', titleEn: '', basis: 'b', inputs: { a: 1 }, value: '2' }],
});

describe('a claim', () => {
  it.each([
    ['with items', claim],
    ['without', { ...claim, list: { ...claim.list, items: null, dischargeWay: null, referralNo: null } }],
  ])('comes back from its row as it went %s', (_, stored) => {
    expect(toClaim(toRow(stored))).toEqual(stored);
  });
});

describe('a reversal', () => {
  it('is none where nothing stands beside the claim', () => {
    const nothing = { month: null, cause: null, reasonCode: null, replacedByClaimId: null, reversedOn: null };
    const cleared = { clearedByRunId: null, reversalClearedByRunId: null, yearClearingId: null };
    expect(toReversal({ claimId: claim.claimId, ...nothing, ...cleared } as never)).toBeNull();
  });

  it('goes to its columns', () => {
    expect(
      toReversalRecord({
        claimId: claim.claimId,
        month: '2026-07',
        cause: 'WITHDRAWN',
        reasonCode: 'AUDIT',
        replacedByClaimId: null,
        reversedOn: '2026-07-09',
      }),
    ).toEqual({
      claim_id: claim.claimId,
      month: '2026-07',
      cause: 'WITHDRAWN',
      reason_code: 'AUDIT',
      replaced_by_claim_id: null,
      reversed_on: '2026-07-09',
    });
  });
});
