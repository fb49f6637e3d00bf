import type { JsonSchema } from '../documents/json-schema.ts';

/** Keywords that explain and do not decide. A change of unit or of privacy class is a change of meaning, so those count. */
const annotations = ['$schema', 'title', 'description', 'examples', 'x-labels'];
/** Keywords compared by their own rule below. */
const structure = ['properties', 'items'];

/**
 * What of `after` breaks somebody who knows `before`, one line per finding with its JSON Pointer; empty when all that changed is added
 * optional fields and wording. Everything else needs a new version of the event: records of the old one stay in the topic for good.
 */
export function breakingChanges(before: JsonSchema, after: JsonSchema, pointer = ''): string[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const compared = keywords.filter((keyword) => !annotations.includes(keyword) && !structure.includes(keyword));
  return [
    ...compared.flatMap((keyword) => valueChange(`${pointer || '/'}: ${keyword}`, before[keyword], after[keyword])),
    ...propertyChanges(propertiesOf(before), propertiesOf(after), pointer),
    ...itemChanges(before.items, after.items, pointer),
  ];
}

function valueChange(what: string, before: unknown, after: unknown): string[] {
  return canonical(before) === canonical(after) ? [] : [`${what} was ${canonical(before)}, is ${canonical(after)}`];
}

function propertyChanges(before: Record<string, JsonSchema>, after: Record<string, JsonSchema>, pointer: string): string[] {
  return Object.entries(before).flatMap(([name, schema]) => {
    const now = after[name];
    return now ? breakingChanges(schema, now, `${pointer}/${name}`) : [`${pointer}/${name}: was removed`];
  });
}

function itemChanges(before: unknown, after: unknown, pointer: string): string[] {
  if (isSchema(before) && isSchema(after)) return breakingChanges(before, after, `${pointer}/[]`);
  return valueChange(`${pointer || '/'}: items`, before, after);
}

const propertiesOf = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets are compared as sets (`required`, `enum`, `type`), objects whatever the order of their keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (!isSchema(value)) return JSON.stringify(value) ?? 'absent';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
