import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { settleClaim, type Claim } from '../domain/claim.ts';
import { toClaim, toRow } from './claim.mapper.ts';

const claim: Claim = settleClaim({
  claimId: '0197a3c0-0000-7000-8000-000000000032',
  list: { ...stayList, operationCode: '47.0100', items: [{ code: '01', fen: 520000n }] },
  contentDigest: 'd',
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
