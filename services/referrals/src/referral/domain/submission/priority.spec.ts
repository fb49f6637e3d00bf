import { describe, expect, it } from '@jest/globals';
import { policy, uuid } from '../../../../test/fixtures/referrals.ts';
import { queueClassOf, replyLimits, reviewLimits } from './priority.ts';

const own = { contractId: uuid(5), teamPractitionerCodes: ['D-LEADER', 'D-VILLAGE'] };
const sentUp = { direction: 'UP', scope: 'INTRA', urgency: 'ROUTINE', practitionerCode: 'D-VILLAGE', contract: own } as const;

describe("class in the receiver's worklist", () => {
  it.each([
    ['the own team inside the consortium comes first', {}, 'CONTRACTED'],
    ['another doctor counts as any referral', { practitionerCode: 'D-OTHER' }, 'REFERRED'],
    ['to another consortium it is any referral', { scope: 'INTER' }, 'REFERRED'],
    ['on the way down it is any referral', { direction: 'DOWN' }, 'REFERRED'],
    ['without a contract it is any referral', { contract: null }, 'REFERRED'],
    ['urgency stands above the contract', { urgency: 'URGENT' }, 'URGENT'],
    ['an emergency stands above all', { urgency: 'EMERGENCY', contract: null }, 'EMERGENCY'],
  ] as const)('%s', (_, changes, expected) => expect(queueClassOf({ ...sentUp, ...changes }, policy)).toBe(expected));

  it('a county without the rule goes by urgency, then by time', () => {
    expect(queueClassOf(sentUp, { ...policy, ownTeamFirst: false })).toBe('REFERRED');
  });
});

describe('times to answer', () => {
  const at = '2026-06-01T23:50:00.000+08:00';
  it.each([
    ['EMERGENCY', '2026-06-02T00:05:00.000+08:00', '2026-06-02T00:20:00.000+08:00'],
    ['URGENT', '2026-06-02T01:50:00.000+08:00', '2026-06-02T03:50:00.000+08:00'],
    ['ROUTINE', '2026-06-02T23:50:00.000+08:00', '2026-06-03T23:50:00.000+08:00'],
  ] as const)('%s until %s, and it lapses at %s', (urgency, replyDueAt, expiresAt) =>
    expect(replyLimits(at, urgency, policy)).toEqual({ replyDueAt, expiresAt }),
  );

  it('a review has its own limit, and the grace of its urgency', () =>
    expect(reviewLimits(at, 'URGENT', { ...policy, reviewMinutesMax: 60 })).toEqual({
      replyDueAt: '2026-06-02T00:50:00.000+08:00',
      expiresAt: '2026-06-02T02:50:00.000+08:00',
    }));
});
