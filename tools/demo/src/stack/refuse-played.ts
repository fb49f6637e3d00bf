import { residentChanged, teamFormed } from '@yigongti/events';
import { NotPossible } from '@yigongti/tool-local';
import { publishedByType, type Ledgers } from '../ledger/ledger.ts';

/** A second month on the same people would mix with the first. @throws NotPossible on a stack that was played already */
export function refusePlayed(ledgers: Ledgers, ownStack: boolean): void {
  const published = publishedByType(ledgers);
  const traces = [residentChanged, teamFormed].map(({ type }) => published.get(type) ?? 0);
  if (traces.every((count) => count === 0)) return;
  const how = ownStack ? 'npm run demo -- --fresh' : 'npm stop, then npm run demo -- --fresh';
  throw new NotPossible(`This stack has been played already: ${how} begins anew. / 本服务已有演示数据，请用 --fresh 重新开始。`);
}
