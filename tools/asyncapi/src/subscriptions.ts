import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Owner, owners } from '@yigongti/events';
import type { Subscription } from '@yigongti/messaging';

/** Who listens to what: the services' own lists, the same that their consumer runners are given. */
export interface Subscribers {
  /** Event type to the services that declare it, in the order of `owners`. */
  readonly byType: ReadonlyMap<string, readonly Owner[]>;
  /** Services that have no list (`services/<name>/src/consumers.ts`). */
  readonly withoutList: readonly Owner[];
}

interface ConsumersModule {
  readonly consumers: readonly Subscription[];
}

export async function readSubscribers(root: string): Promise<Subscribers> {
  const byType = new Map<string, Owner[]>();
  const withoutList: Owner[] = [];
  for (const service of owners) {
    const file = join(root, 'services', service, 'src', 'consumers.ts');
    if (!existsSync(file)) {
      withoutList.push(service);
      continue;
    }
    const { consumers } = (await import(pathToFileURL(file).href)) as Partial<ConsumersModule>;
    if (!consumers) throw new Error(`services/${service}/src/consumers.ts exports no list named consumers`);
    for (const type of new Set(consumers.map(({ definition }) => definition.type)))
      byType.set(type, [...(byType.get(type) ?? []), service]);
  }
  return { byType, withoutList };
}
