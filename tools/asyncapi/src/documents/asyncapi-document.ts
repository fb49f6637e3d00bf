import { stringify } from 'yaml';
import { type EventDefinition, eventRegistry, type Owner, type Topic, topicsOf } from '@yigongti/events';
import { cloudEventTrait, exampleHeaders } from './cloud-event-trait.ts';
import { embeddedSchemaOf, examplesOf, type JsonSchema, meaningOf } from './json-schema.ts';
import type { Subscribers } from '../subscriptions.ts';
import { partitions, topicSettingsOf } from './topics.ts';

/** The AsyncAPI 3.0 document of one service: what it sends, and what it receives from the others. */
export function asyncApiDocumentOf(service: Owner, subscribers: Subscribers): JsonSchema {
  const sent = eventRegistry.definitions.filter(({ owner }) => owner === service);
  const received = eventRegistry.definitions.filter(({ type }) => subscribers.byType.get(type)?.includes(service));
  return {
    asyncapi: '3.0.0',
    info: {
      title: `Yigongti ${service}: events`,
      version: '1.0.0',
      description: `Written from libs/events. Kafka, CloudEvents 1.0 in binary mode; the record's key is the aggregate's id.`,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      county: {
        host: '{brokers}',
        protocol: 'kafka',
        description: 'The Kafka of the county (县域消息平台)',
        variables: { brokers: { default: 'localhost:9092', description: 'Bootstrap brokers of the county' } },
      },
    },
    channels: Object.fromEntries(topicsOf([...sent, ...received]).map((topic) => [topic.name, channelOf(topic, service)])),
    operations: Object.fromEntries([
      ...topicsOf(sent).map((topic) => [`send-${topic.name}`, operationOf('send', topic)]),
      ...topicsOf(received).map((topic) => [`receive-${topic.name}`, operationOf('receive', topic)]),
    ]),
    components: {
      messages: Object.fromEntries(sent.map((definition) => [definition.type, messageOf(definition, subscribers)])),
      schemas: Object.fromEntries(sent.map((definition) => [definition.type, embeddedSchemaOf(definition)])),
      messageTraits: { cloudEvent: cloudEventTrait },
    },
  };
}

export const asyncApiYamlOf = (service: Owner, subscribers: Subscribers): string =>
  stringify(asyncApiDocumentOf(service, subscribers), { aliasDuplicateObjects: false, lineWidth: 0 });

function channelOf(topic: Topic, service: Owner): JsonSchema {
  const { 'retention.ms': retention, 'cleanup.policy': policy } = topicSettingsOf(topic);
  // What a service receives is described by its owner, once.
  const document = topic.owner === service ? '' : `./${topic.owner}.asyncapi.yaml`;
  return {
    address: topic.name,
    description: topic.kind === 'state' ? 'Compacted: the last record of a key is its state.' : 'Facts, kept without end.',
    messages: Object.fromEntries(
      topic.definitions.map(({ type }) => [type, { $ref: `${document}#/components/messages/${type}` }]),
    ),
    bindings: {
      kafka: {
        partitions,
        topicConfiguration: { 'cleanup.policy': [policy], 'retention.ms': Number(retention) },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function operationOf(action: 'send' | 'receive', topic: Topic): JsonSchema {
  const channel = `#/channels/${topic.name}`;
  return {
    action,
    channel: { $ref: channel },
    messages: topic.definitions.map(({ type }) => ({ $ref: `${channel}/messages/${type}` })),
  };
}

function messageOf(definition: EventDefinition, subscribers: Subscribers): JsonSchema {
  return {
    name: definition.type,
    title: definition.titleZh,
    summary: meaningOf(definition),
    contentType: 'application/json',
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    payload: { $ref: `#/components/schemas/${definition.type}` },
    examples: examplesOf(definition).map((payload, index) => ({
      name: index === 0 ? 'minimal' : `example-${index + 1}`,
      headers: exampleHeaders(definition, index),
      payload,
    })),
    'x-status': definition.status,
    'x-owner': definition.owner,
    'x-consumers': subscribers.byType.get(definition.type) ?? [],
  };
}
