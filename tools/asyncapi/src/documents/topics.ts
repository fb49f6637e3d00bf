import { stringify } from 'yaml';
import { type Topic, topicsOf } from '@yigongti/events';

/** Never raised on a keyed topic: a key would move to another partition and lose its order. */
export const partitions = 12;

/** What a topic is created with. Replication follows the cluster, and is the deployment's to say. */
export function topicSettingsOf(topic: Topic): Record<string, string> {
  return {
    'cleanup.policy': topic.kind === 'state' ? 'compact' : 'delete',
    'retention.ms': '-1',
    'compression.type': 'producer',
  };
}

/** `deploy/kafka/topics.yaml` */
export function topicsYaml(): string {
  const topics = topicsOf().map((topic) => ({
    name: topic.name,
    owner: topic.owner,
    kind: topic.kind,
    partitions,
    settings: topicSettingsOf(topic),
  }));
  return `# Written by tools/asyncapi from libs/events. Facts are kept without end; state is compacted by key.\n${stringify({ topics })}`;
}
