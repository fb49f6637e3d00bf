import type { JsonSchema } from './json-schema.ts';

/** One line of an event's table of fields. */
export interface FieldRow {
  /** `statements[].fen` */
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
  readonly unit: string;
  readonly privacy: string;
}

/** Every field of a schema, nested ones under their block. */
export function fieldRowsOf(schema: JsonSchema, prefix = ''): FieldRow[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = prefix + name;
    const row = {
      path,
      type: typeOf(field),
      meaning: String(field.description ?? ''),
      unit: String(field['x-unit'] ?? ''),
      privacy: String(field['x-privacy'] ?? ''),
    };
    const items = field.items as JsonSchema | undefined;
    const nested = items ? fieldRowsOf(items, `${path}[].`) : fieldRowsOf(field, `${path}.`);
    return [row, ...nested];
  });
}

/** `decimal text?`: a question mark means that the field may be null. */
function typeOf(field: JsonSchema): string {
  const types = [field.type].flat().map(String);
  const nullable = types.includes('null') ? '?' : '';
  const [base] = types.filter((type) => type !== 'null');
  if (base === 'array') return `list of ${typeOf(field.items as JsonSchema)}${nullable}`;
  if (field['x-labels']) return `code${nullable}`;
  return `${field.format ?? base}${nullable}`;
}
