import { expect, it } from '@jest/globals';
import { planMonths, type Pool } from '../domain/pool.ts';
import { toPool, toRow } from './pool.mapper.ts';

const pool: Pool = {
  poolId: '0197a3c0-0000-7000-8000-000000000031',
  consortiumCode: 'C1',
  insuranceType: 'EMPLOYEE',
  year: 2026,
  policyId: '0197a3c0-0000-7000-8000-000000000030',
  countedOn: '2026-01-01',
  insuredCount: 3,
  fundingFen: 110n,
  bigIllnessPremiumFen: 10n,
  budgetFen: 100n,
  riskReserveFen: 3n,
  adjustmentReserveFen: 4n,
  carveOutFen: 5n,
  packageFen: 88n,
  months: planMonths(88n, 2026),
  explanation: [],
  version: 1,
};

it('a pool comes back from its row as it went', () => {
  expect(toPool(toRow(pool))).toEqual(pool);
});
