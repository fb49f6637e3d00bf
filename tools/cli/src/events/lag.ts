import { eventRegistry } from '@yigongti/events';
import type { ServiceName } from '@yigongti/database';
import type { Broker } from '@yigongti/messaging';
import type { Ledger } from './event-shapes.ts';
import type { Of } from './find-events.ts';

/** How far one service's consumer group is behind the end of one topic. */
export interface TopicLag {
  readonly service: ServiceName;
  readonly topic: string;
  readonly partitions: number;
  /** Records up to which the group has read. */
  readonly committed: number;
  readonly end: number;
  readonly lag: number;
}

/** The lag of every group by topic: the group of a service is its name, its topics are those of the events that it declares. */
export async function lagOf(broker: Pick<Broker, 'lag'>, ledgers: readonly Of<Ledger>[]): Promise<TopicLag[]> {
  const lags = await Promise.all(
    ledgers.map(async ({ service, consumes }) => {
      const topics = [...new Set(consumes.flatMap((type) => eventRegistry.byType.get(type)?.topic ?? []))].sort();
      const partitions = topics.length === 0 ? [] : await broker.lag(service, topics);
      return topics.map((topic) => summed(service, topic, partitions));
    }),
  );
  return lags.flat();
}

function summed(service: ServiceName, topic: string, all: Awaited<ReturnType<Broker['lag']>>): TopicLag {
  const partitions = all.filter((partition) => partition.topic === topic);
  const total = (of: (partition: (typeof partitions)[number]) => bigint) =>
    Number(partitions.reduce((sum, partition) => sum + of(partition), 0n));
  const committed = total((partition) => partition.committed ?? 0n);
  const end = total((partition) => partition.end);
  return { service, topic, partitions: partitions.length, committed, end, lag: end - committed };
}
