import type { EventDefinition } from '@yigongti/events';
import type { JsonSchema } from './json-schema.ts';

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
    const inside = data.flatMap((item, index) =>
      twinsOf(item, schema.items as JsonSchema, `${path}[]`).map(({ fault, data: broken }) => ({
        fault,
        data: data.with(index, broken),
      })),
    );
    return inside;
  }
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (typeof data !== 'object' || data === null || !properties) return [];
  const record = data as Record<string, unknown>;
  const ofFields = Object.keys(properties).flatMap((name) => fieldTwins(record, name, properties[name]!, `${path}/${name}`));
  return [{ fault: `${path || '/'} has an unknown field`, data: { ...record, fieldOfNobody: 1 } }, ...ofFields];
}

function fieldTwins(record: Record<string, unknown>, name: string, schema: JsonSchema, path: string): BrokenTwin[] {
  const { [name]: value, ...others } = record;
  const otherType = [schema.type].flat().includes('boolean') ? 'yes' : true;
  return [
    { fault: `${path} is missing`, data: others },
    { fault: `${path} has another type`, data: { ...record, [name]: otherType } },
    ...twinsOf(value, schema, path).map((twin) => ({ ...twin, data: { ...record, [name]: twin.data } })),
  ];
}
