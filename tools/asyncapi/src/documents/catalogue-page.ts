import { type EventDefinition, eventRegistry, type Owner } from '@yigongti/events';
import type { Subscribers } from '../subscriptions.ts';
import { fieldRowsOf } from './field-rows.ts';
import { examplesOf, jsonSchemaOf, meaningOf } from './json-schema.ts';
import { audienceOf, table } from './markdown.ts';

/** `docs/events/<service>.md`: the fields of each event of one service. */
export function cataloguePage(service: Owner, subscribers: Subscribers): string {
  const own = eventRegistry.definitions.filter(({ owner }) => owner === service);
  const sections = own.map((definition) => eventSection(definition, subscribers));
  return `# Events of ${service}\n\n[All events](README.md) · [AsyncAPI](${service}.asyncapi.yaml)\n\n${sections.join('\n')}`;
}

function eventSection(definition: EventDefinition, subscribers: Subscribers): string {
  const fields = fieldRowsOf(jsonSchemaOf(definition));
  const rows = fields.map(({ path, type, meaning, unit, privacy }) => [`\`${path}\``, type, meaning, unit, privacy]);
  return `## ${definition.type}

${meaningOf(definition)}
Topic \`${definition.topic}\`, key \`${definition.keyField}\`, ${definition.status}. Consumed by: ${audienceOf(definition, subscribers)}.
[Schema](schemas/${definition.type}.json)

${table(['field', 'type', 'meaning', 'unit', 'privacy'], rows)}

\`\`\`json
${JSON.stringify(examplesOf(definition).at(-1), null, 2)}
\`\`\`
`;
}
