import { type EventDefinition, eventRegistry, type Owner, owners } from '@yigongti/events';
import { envelopeHeaders } from './cloud-event-trait.ts';
import { fieldRowsOf } from './field-rows.ts';
import { examplesOf, jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import type { Subscribers } from './subscriptions.ts';

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const anchorOf = (definition: EventDefinition) => `${definition.owner}.md#${definition.type.replaceAll('.', '')}`;

/** `docs/events/README.md`: every event in one table. */
export function catalogueIndex(subscribers: Subscribers): string {
  const rows = eventRegistry.definitions.map((definition) => [
    `[${definition.name}](${anchorOf(definition)})`,
    `v${definition.version} ${definition.status}`,
    definition.topic,
    definition.keyField,
    `${definition.titleZh}: ${definition.titleEn}`,
    consumersOf(definition, subscribers),
  ]);
  return `${[
    '# Events 事件目录',
    '',
    'Written by `tools/asyncapi` from `libs/events`: change an event there, and write this anew. One page and one AsyncAPI 3.0 document',
    `per service (${owners.map((owner) => `[${owner}](${owner}.md)`).join(', ')}), one JSON Schema 2020-12 per event in \`schemas/\`.`,
    'The type on the wire is `cn.yigongti.` + name + version. Facts are kept without end; state topics (`registry.institution.v1` and',
    'its like) are compacted, and the last record of a key is its state. Records of one key are in order. A `draft` may still change; the',
    'schemas of a `released` event are kept in `released/`, and only optional fields are added to it.',
    '',
    table(['event', 'status', 'topic', 'key', 'meaning', 'consumed by'], rows),
    '',
    '## On the wire 消息头',
    '',
    'CloudEvents 1.0 in binary mode: these headers, and the data as the record’s JSON value.',
    '',
    table(
      ['header', 'meaning'],
      Object.entries(envelopeHeaders).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    '',
    '## Privacy classes 数据分级',
    '',
    table(
      ['class', 'meaning'],
      [
        ['public', 'may stand on a notice board'],
        ['internal', 'for systems of the county'],
        ['sensitive', 'tells of one resident’s health, birth, death or home: a stated purpose is needed (个人信息保护法 28)'],
      ],
    ),
    '',
    'No event holds the name of a person, a national id, a telephone number or an address. A resident is a UUID.',
  ].join('\n')}\n`;
}

/** `docs/events/<service>.md`: the fields of each event of one service. */
export function cataloguePage(service: Owner, subscribers: Subscribers): string {
  const own = eventRegistry.definitions.filter(({ owner }) => owner === service);
  const pages = own.map((definition) => eventSection(definition, jsonSchemaOf(definition), subscribers));
  return `# Events of ${service}\n\n[All events](README.md) · [AsyncAPI](${service}.asyncapi.yaml)\n\n${pages.join('\n')}`;
}

function eventSection(definition: EventDefinition, schema: JsonSchema, subscribers: Subscribers): string {
  const rows = fieldRowsOf(schema).map(({ path, type, meaning, unit, privacy }) => [`\`${path}\``, type, meaning, unit, privacy]);
  return `## ${definition.type}

${definition.titleEn} (${definition.titleZh}).
Topic \`${definition.topic}\`, key \`${definition.keyField}\`, ${definition.status}. Consumed by: ${consumersOf(definition, subscribers)}.
[Schema](schemas/${definition.type}.json)

${table(['field', 'type', 'meaning', 'unit', 'privacy'], rows)}

\`\`\`json
${JSON.stringify(examplesOf(definition).at(-1), null, 2)}
\`\`\`
`;
}

function consumersOf(definition: EventDefinition, subscribers: Subscribers): string {
  const services = subscribers.byType.get(definition.type);
  if (services) return services.join(', ');
  return definition.noConsumer ? `no service (${definition.noConsumer})` : 'no service yet';
}
