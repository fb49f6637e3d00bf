import { contractSigned, claimReceived, taskCompleted, taskReferralSuggested } from '@yigongti/events';
import { compareKeys, fenToJson, sumFen } from '@yigongti/kernel';
import type { Offices } from '../http/offices.ts';
import { publishedByType, type Ledgers } from '../ledger/ledger.ts';
import { referralsPath } from '../play/referral/sending.ts';
import type { MonthEvents } from '../topics/month-events.ts';
import type { Circle } from './schema.ts';
import { byKey } from './service-reports.ts';
import type { ShownAssessment } from './shown-assessment.ts';
import type { PoolMoney, ShownMoney } from './shown-money.ts';

export interface Shown {
  readonly ledgers: Ledgers;
  readonly events: Pick<MonthEvents, 'claimsFen' | 'followUpsClosed'>;
  readonly referrals: Readonly<Record<string, number>>;
  readonly money: Pick<ShownMoney, 'pools'>;
  readonly assessment: Pick<ShownAssessment, 'indicators' | 'scores'>;
}

/** The circle of care and money, in figures that the services and the topics gave. */
export function circleOf({ ledgers, events, referrals, money, assessment }: Shown): Circle {
  const published = publishedByType(ledgers);
  const count = ({ type }: { readonly type: string }) => published.get(type) ?? 0;
  const cleared = money.pools.flatMap(({ clearing }) => clearing ?? []);
  return {
    contractsSigned: count(contractSigned),
    referrals: byKey(referrals),
    tasksCompleted: count(taskCompleted),
    suggestionsRaised: count(taskReferralSuggested),
    followUpsClosed: events.followUpsClosed,
    claimsReceived: count(claimReceived),
    claimsFen: fenToJson(events.claimsFen),
    fundFen: fenToJson(sumFen(cleared.map(({ fundFen }) => fundFen))),
    allocatedFen: fenToJson(sumFen(cleared.map(({ allocatedFen }) => allocatedFen))),
    withheldFen: fenToJson(sumFen(cleared.map(({ withheldFen }) => withheldFen))),
    statements: statementsOf(money.pools),
    indicators: [...assessment.indicators],
    scores: [...assessment.scores],
  };
}

/** Where a county has the funds of several consortia, each statement says whose it is: shares add up within one fund. */
function statementsOf(pools: readonly PoolMoney[]): Circle['statements'] {
  const several = pools.length > 1;
  const statements = pools.flatMap(({ pool: { consortium }, clearing }) =>
    (clearing?.statements ?? []).map(({ institution, points, shareFen, fen }) => ({
      institution,
      points,
      shareFen: fenToJson(shareFen),
      fen: fenToJson(fen),
      ...(several && { consortium }),
    })),
  );
  return statements.sort((a, b) => compareKeys(a.institution, b.institution));
}

/** Referrals by state, over the whole county. */
export async function countReferrals(offices: Offices): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of await offices.of('bureau').list<{ status: string }>(referralsPath)) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}
