import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { KafkajsBroker, type TopicSpec } from '@yigongti/messaging';
import { repositoryRoot } from '../repository.ts';

const topicsSchema = z.object({
  topics: z.array(z.object({ name: z.string(), partitions: z.number(), settings: z.record(z.string(), z.string()) })),
});

/** Creates the topics of `deploy/kafka/topics.yaml` that are missing. Gives all their names. One node, so one replica. */
export async function createTopics(brokers: readonly string[]): Promise<string[]> {
  const { topics } = topicsSchema.parse(parse(await readFile(join(repositoryRoot, 'deploy/kafka/topics.yaml'), 'utf8')));
  const specs: TopicSpec[] = topics.map(({ name, partitions, settings }) => ({
    name,
    partitions,
    settings,
    replicationFactor: 1,
  }));
  const broker = new KafkajsBroker({ brokers, clientId: 'yigongti-local-stack' });
  try {
    await broker.ensureTopics(specs);
  } finally {
    await broker.close(5_000);
  }
  return specs.map(({ name }) => name);
}
