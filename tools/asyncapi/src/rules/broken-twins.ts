import type { EventDefinition } from '@yigongti/events';
import type { JsonSchema } from '../documents/json-schema.ts';

export interface BrokenTwin {
  readonly fault: string;
  readonly data: unknown;
}

/** An example with one fault each: a field missing, of another type, or unknown, at every depth. Producers must refuse them all. */
export function brokenTwins(definition: EventDefinition, schema: JsonSchema): BrokenTwin[] {
  const twins = definition.examples.flatMap((example) => twinsOf(example, schema, ''));
  return [...new Map(twins.map((twin) => [twin.fault, twin])).values()];
}

function twinsOf(data: unknown, schema: JsonSchema, path: string): BrokenTwin[] {
  if (Array.isArray(data)) {
    return data.flatMap((item, index) => {
      const twins = twinsOf(item, schema.items as JsonSchema, `${path}[]`);
      return twins.map(({ fault, data: broken }) => ({ fault, data: data.with(index, broken) }));
    });
  }
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (typeof data !== 'object' || data === null || !properties) return [];
  const record = data as Record<string, unknown>;
  const unknownField = { fault: `${path || '/'} has an unknown field`, data: { ...record, fieldOfNobody: 1 } };
  return [
    unknownField,
    ...Object.keys(properties).flatMap((name) => fieldTwins(record, { name, path, schema: properties[name]! })),
  ];
}

function fieldTwins(record: Record<string, unknown>, field: { name: string; path: string; schema: JsonSchema }): BrokenTwin[] {
  const { [field.name]: value, ...others } = record;
  const path = `${field.path}/${field.name}`;
  const otherType = [field.schema.type].flat().includes('boolean') ? 'yes' : true;
  return [
    { fault: `${path} is missing`, data: others },
    { fault: `${path} has another type`, data: { ...record, [field.name]: otherType } },
    ...twinsOf(value, field.schema, path).map((twin) => ({ ...twin, data: { ...record, [field.name]: twin.data } })),
  ];
}
