import { type EventDefinition, eventRegistry, owners } from '@yigongti/events';
import type { Subscribers } from '../subscriptions.ts';
import { envelopeHeaders } from './cloud-event-trait.ts';
import { audienceOf, table } from './markdown.ts';

const introduction = `Written by \`tools/asyncapi\` from \`libs/events\`: change an event there, and write this anew. One page and one AsyncAPI 3.0 document
per service (${owners.map((owner) => `[${owner}](${owner}.md)`).join(', ')}), one JSON Schema 2020-12 per event in \`schemas/\`.
The type on the wire is \`cn.yigongti.\` + name + version. Facts are kept without end; state topics (\`registry.institution.v1\` and
its like) are compacted, and the last record of a key is its state. Records of one key are in order. A \`draft\` may still change; the
schemas of a \`released\` event are kept in \`released/\`, and only optional fields are added to it.`;

const privacyClasses = [
  ['public', 'may stand on a notice board'],
  ['internal', 'for systems of the county'],
  ['sensitive', 'tells of one resident’s health, birth, death or home: a stated purpose is needed (个人信息保护法 28)'],
];

/** `docs/events/README.md`: every event in one table. */
export function catalogueIndex(subscribers: Subscribers): string {
  return `# Events 事件目录

${introduction}

${table(
  ['event', 'status', 'topic', 'key', 'meaning', 'consumed by'],
  eventRegistry.definitions.map((definition) => eventRow(definition, subscribers)),
)}

## On the wire 消息头

CloudEvents 1.0 in binary mode: these headers, and the data as the record’s JSON value.

${table(
  ['header', 'meaning'],
  Object.entries(envelopeHeaders).map(([name, { description }]) => [`\`${name}\``, description]),
)}

## Privacy classes 数据分级

${table(['class', 'meaning'], privacyClasses)}

No event holds the name of a person, a national id, a telephone number or an address. A resident is a UUID.
`;
}

function eventRow(definition: EventDefinition, subscribers: Subscribers): string[] {
  const anchor = definition.type.replaceAll('.', '');
  return [
    `[${definition.name}](${definition.owner}.md#${anchor})`,
    `v${definition.version} ${definition.status}`,
    definition.topic,
    definition.keyField,
    `${definition.titleZh}: ${definition.titleEn}`,
    audienceOf(definition, subscribers),
  ];
}
