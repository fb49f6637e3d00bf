import { describe, expect, it } from '@jest/globals';
import { Refused, sumFen } from '@yigongti/kernel';
import { openPool, planMonths, type Opening } from './pool.ts';

const opening: Opening = {
  poolId: '0197a3c0-0000-7000-8000-000000000031',
  consortiumCode: '370725-C01',
  insuranceType: 'RESIDENT',
  year: 2026,
  policy: { policyId: '0197a3c0-0000-7000-8000-000000000030', insuranceType: 'RESIDENT', year: 2026 },
  countedOn: '2026-01-01',
  insuredCount: 1000,
  budget: {
    fundingFen: 107n,
    bigIllnessPremiumFen: 2n,
    budgetFen: 105n,
    riskReserveFen: 3n,
    adjustmentReserveFen: 0n,
    carveOutFen: 2n,
    packageFen: 100n,
  },
  explanation: [],
};

const codesOf = (changed: Partial<Opening>) => {
  try {
    openPool({ ...opening, ...changed });
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ code }) => code.replace('settlement.pool.', ''));
    throw error;
  }
  return [];
};

describe('opening a pool', () => {
  it('plans twelve months that sum to the package, the odd fen going to the first ones', () => {
    const { months, packageFen, policyId, version } = openPool(opening);
    expect(months.map(({ fundFen }) => fundFen)).toEqual([9n, 9n, 9n, 9n, 8n, 8n, 8n, 8n, 8n, 8n, 8n, 8n]);
    expect(sumFen(months.map(({ fundFen }) => fundFen))).toBe(packageFen);
    expect([months[0]?.month, months[11]?.month, policyId, version]).toEqual(['2026-01', '2026-12', opening.policy.policyId, 1]);
  });

  it('ties exactly where the package does: 101 850 000.00 is 8 487 500.00 × 12', () => {
    expect(planMonths(10_185_000_000n, 2026).every(({ fundFen }) => fundFen === 848_750_000n)).toBe(true);
  });

  it.each<[string, Partial<Opening>, string[]]>([
    ['a policy for the other insurance', { policy: { ...opening.policy, insuranceType: 'EMPLOYEE' } }, ['policy-of-other-pool']],
    ['a policy for another year', { policy: { ...opening.policy, year: 2025 } }, ['policy-of-other-pool']],
    ['a day outside the year', { countedOn: '2025-12-31' }, ['counted-outside-year']],
    ['nobody insured', { insuredCount: 0, budget: { ...opening.budget, packageFen: -2n } }, ['no-insured']],
    ['carve-outs that take everything', { budget: { ...opening.budget, packageFen: 0n } }, ['nothing-left']],
    ['several faults', { year: 2025, insuredCount: 0 }, ['policy-of-other-pool', 'counted-outside-year', 'no-insured']],
  ])('refuses %s', (_, changed, expected) => {
    expect(codesOf(changed)).toEqual(expected);
  });
});
