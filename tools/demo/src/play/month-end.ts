import { lastDayOf, type Uuid } from '@yigongti/kernel';
import { duringHour } from '../plan/setting/calendar.ts';
import { morningAfter } from './care/claims.ts';
import type { Play } from './play.ts';
import { pooledInsurance } from './preparation.ts';

interface SchemeRow {
  readonly schemeId: Uuid;
  readonly validFrom: string;
  readonly schemeVersion: number;
}
interface ResultRow {
  readonly resultId: Uuid;
  readonly version: number;
}
export interface PoolRow {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly year: number;
}

const bureauHour = 10;

/** The health bureau has the month assessed, publishes the result and freezes it. */
export async function assessMonth({ plan, offices }: Play): Promise<void> {
  const office = offices.of('bureau');
  const last = lastDayOf(plan.month);
  const schemes = await office.list<SchemeRow>('/assessment/v1/schemes');
  const [newest] = schemes
    .filter(({ validFrom }) => validFrom <= last)
    .sort((a, b) => (a.validFrom === b.validFrom ? b.schemeVersion - a.schemeVersion : a.validFrom < b.validFrom ? 1 : -1));
  if (!newest) throw new Error(`assessment has no scheme for ${plan.month}`);
  const day = morningAfter(plan.month);
  const result = await office.must<ResultRow>({
    step: 'result',
    path: '/assessment/v1/results',
    body: { period: plan.month, schemeId: newest.schemeId, occurredAt: duringHour(day, bureauHour, 0) },
    about: 'county',
  });
  await office.must({
    step: 'freeze',
    path: `/assessment/v1/results/${result.resultId}/freeze`,
    ifMatch: result.version,
    body: { occurredAt: duringHour(day, bureauHour, 30) },
    about: 'county',
  });
}

/** The insurance bureau clears the month of each pool; one without points is refused, and its money stays. */
export async function clearMonth({ plan, offices }: Play): Promise<void> {
  const office = offices.of('insurance');
  const pools = await office.list<PoolRow>('/settlement/v1/pools');
  const year = Number(plan.month.slice(0, 4));
  for (const { poolId, consortiumCode } of pools.filter((pool) => pool.year === year && pool.insuranceType === pooledInsurance)) {
    await office.command({
      step: `clear ${consortiumCode}`,
      path: '/settlement/v1/runs/month-clearing',
      body: { poolId, month: plan.month, occurredAt: duringHour(morningAfter(plan.month), bureauHour + 4, 0) },
      about: 'county',
    });
  }
}
