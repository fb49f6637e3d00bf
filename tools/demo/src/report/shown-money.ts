import type { Uuid } from '@yigongti/kernel';
import type { Offices } from '../http/offices.ts';
import { claimFaults, clearingFaults, poolFaults, type ShownClearing, type ShownPool } from '../money/check-money.ts';
import { pooledInsurance } from '../play/preparation.ts';

interface PoolView {
  readonly poolId: Uuid;
  readonly consortiumCode: string;
  readonly insuranceType: string;
  readonly year: number;
  readonly insuredCount: number;
  readonly packageFen: number;
  readonly months: readonly { readonly month: string; readonly fundFen: number }[];
}
interface RunView {
  readonly runId: Uuid;
  readonly poolId: Uuid;
  readonly fundFen: number;
  readonly allocatedFen: number;
  readonly withheldFen: number;
}
interface StatementView {
  readonly institutionCode: string;
  readonly points: string;
  readonly shareFen: number;
  readonly coefficient: string;
  readonly fen: number;
}
interface ClaimView {
  readonly listNo: string;
  readonly institutionCode: string;
  readonly totalFen: number;
  readonly fundPaidFen: number;
  readonly personalFen: number;
  readonly visitKind: 'INPATIENT' | 'OUTPATIENT';
  readonly referralApplied: boolean;
}

/** A pool with the clearing of the month; null where it was not cleared. */
export interface PoolMoney {
  readonly pool: ShownPool & { readonly consortium: string; readonly insuredCount: number };
  readonly clearing: ShownClearing | null;
}

/** What settlement shows of the month's money, and what does not come out of it. */
export interface ShownMoney {
  readonly pools: readonly PoolMoney[];
  readonly claims: ClaimCounts;
  readonly faults: readonly string[];
}

export interface ClaimCounts {
  readonly inpatient: number;
  readonly outpatient: number;
  readonly referred: number;
  readonly totalFen: bigint;
  readonly fundPaidFen: bigint;
}

export async function readMoney(offices: Offices, month: string): Promise<ShownMoney> {
  const office = offices.of('insurance');
  const runs = await office.list<RunView>(`/settlement/v1/runs?month=${month}`);
  const pools = (await office.list<PoolView>('/settlement/v1/pools')).filter(
    ({ year, insuranceType }) => String(year) === month.slice(0, 4) && insuranceType === pooledInsurance,
  );
  const shown: PoolMoney[] = [];
  for (const pool of [...pools].sort((a, b) => (a.consortiumCode < b.consortiumCode ? -1 : 1))) {
    const run = runs.find(({ poolId }) => poolId === pool.poolId);
    const statements = run ? await office.list<StatementView>(`/settlement/v1/runs/${run.runId}/statements`) : [];
    shown.push({ pool: shownPool(pool), clearing: run ? shownClearing(pool, run, statements) : null });
  }
  const claims = await office.list<ClaimView>(`/settlement/v1/claims?month=${month}`);
  return {
    pools: shown,
    claims: countClaims(claims),
    faults: [...shown.flatMap((one) => faultsOf(one, month)), ...claims.flatMap(faultsOfClaim)],
  };
}

function faultsOf({ pool, clearing }: PoolMoney, month: string): string[] {
  const cleared = clearing && { month, fundFen: clearing.fundFen };
  return [...poolFaults(pool, cleared), ...(clearing ? clearingFaults(clearing) : [])];
}

function faultsOfClaim({ listNo, institutionCode, totalFen, fundPaidFen, personalFen }: ClaimView): string[] {
  return claimFaults({
    claim: `${institutionCode} ${listNo}`,
    totalFen: BigInt(totalFen),
    fundPaidFen: BigInt(fundPaidFen),
    personalFen: BigInt(personalFen),
  });
}

function shownPool({ consortiumCode, insuredCount, packageFen, months }: PoolView): PoolMoney['pool'] {
  return {
    pool: `pool of ${consortiumCode}`,
    consortium: consortiumCode,
    insuredCount,
    packageFen: BigInt(packageFen),
    months: months.map(({ month, fundFen }) => ({ month, fundFen: BigInt(fundFen) })),
  };
}

function shownClearing({ consortiumCode }: PoolView, run: RunView, statements: readonly StatementView[]): ShownClearing {
  return {
    pool: `pool of ${consortiumCode}`,
    fundFen: BigInt(run.fundFen),
    allocatedFen: BigInt(run.allocatedFen),
    withheldFen: BigInt(run.withheldFen),
    statements: statements.map(({ institutionCode, points, shareFen, coefficient, fen }) => ({
      institution: institutionCode,
      points,
      shareFen: BigInt(shareFen),
      coefficient,
      fen: BigInt(fen),
    })),
  };
}

function countClaims(claims: readonly ClaimView[]): ClaimCounts {
  const sum = (of: (claim: ClaimView) => number) => claims.reduce((fen, claim) => fen + BigInt(of(claim)), 0n);
  const inpatient = claims.filter(({ visitKind }) => visitKind === 'INPATIENT').length;
  return {
    inpatient,
    outpatient: claims.length - inpatient,
    referred: claims.filter(({ referralApplied }) => referralApplied).length,
    totalFen: sum(({ totalFen }) => totalFen),
    fundPaidFen: sum(({ fundPaidFen }) => fundPaidFen),
  };
}
