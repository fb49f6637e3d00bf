import { describe, expect, it } from '@jest/globals';
import { decimal } from '@yigongti/kernel';
import fc from 'fast-check';
import { stayList } from '../../../test/fixtures/lists.ts';
import { settleClaim, type Claim } from './claim.ts';
import { bookingsOf, figuresOf, reverse, turned, type BookedFigures, type Reversal } from './reversal.ts';

const claim: Claim = settleClaim({
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
});
const withdrawal: Omit<Reversal, 'claimId'> = {
  month: '2026-08',
  cause: 'WITHDRAWN',
  reasonCode: 'DUPLICATE',
  replacedByClaimId: null,
  reversedOn: '2026-08-03',
};

describe('reversing a claim', () => {
  it('makes its next version and leaves its figures as they are', () => {
    const reversed = reverse(claim, null, withdrawal);
    expect(reversed).toEqual({ claim: { ...claim, version: 2 }, reversal: { claimId: claim.claimId, ...withdrawal } });
  });

  it('happens once', () => {
    const { reversal } = reverse(claim, null, withdrawal);
    expect(() => reverse(claim, reversal, withdrawal)).toThrow('settlement.claim.already-reversed');
  });

  it('is booked beside the original, in its own month, with the month of the care', () => {
    const { reversal } = reverse(claim, null, withdrawal);
    expect(bookingsOf(claim, null).map(({ kind }) => kind)).toEqual(['ORIGINAL']);
    expect(bookingsOf(claim, reversal).map(({ kind, cause, month, careMonth }) => [kind, cause, month, careMonth])).toEqual([
      ['ORIGINAL', 'ON_TIME', '2026-06', '2026-06'],
      ['REVERSAL', 'WITHDRAWN', '2026-08', '2026-06'],
    ]);
  });
});

describe('a reversal and its original, whatever the figures', () => {
  const fen = fc.bigInt({ min: 0n, max: 1_000_000_000_000n });
  const figures: fc.Arbitrary<BookedFigures> = fc.record({
    points: fc.integer({ min: 0, max: 99_999_999 }).map((points) => decimal(points).div(10_000).toFixed()),
    totalFen: fen,
    ownPayFen: fen,
    overLimitFen: fen,
    preSelfPayFen: fen,
    inScopeFen: fen,
    deductibleFen: fen,
    fundPaidFen: fen,
    personalFen: fen,
  });

  it('sum to zero in every one of them', () => {
    fc.assert(
      fc.property(figures, (booked) => {
        const back = turned(booked);
        return (Object.keys(booked) as (keyof BookedFigures)[]).every((figure) =>
          figure === 'points'
            ? decimal(booked.points).plus(back.points).isZero()
            : booked[figure] + back[figure] === 0n && back[figure] === -booked[figure],
        );
      }),
    );
  });

  it('turn back to the original when turned twice', () => {
    fc.assert(fc.property(figures, (booked) => expect(turned(turned(booked))).toEqual(booked)));
    expect(Object.keys(figuresOf(claim)).sort()).toEqual(Object.keys(turned(figuresOf(claim))).sort());
  });
});
