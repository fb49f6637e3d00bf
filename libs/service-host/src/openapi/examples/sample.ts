/** As much of JSON Schema as the documents use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

type Schemas = Readonly<Record<string, Schema>>;

const byFormat: Readonly<Record<string, string>> = {
  uuid: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01',
  date: '2026-06-01',
  'date-time': '2026-06-01T09:30:00+08:00',
};

/** Deep enough for every document; what refers to itself ends here. */
const depthMax = 14;

/** A value of the schema: what its fields show as examples, else the simplest that it allows. */
export function sampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (depth > depthMax) return null;
  if (schema.example !== undefined) return schema.example;
  const { $ref, allOf, oneOf, anyOf } = schema;
  if ($ref !== undefined) return sampleOf(schemas[$ref.split('/').at(-1)!] ?? {}, schemas, depth + 1);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (allOf) return Object.assign({}, ...allOf.map((part) => sampleOf(part, schemas, depth + 1))) as unknown;
  const choice = (oneOf ?? anyOf)?.find(({ type }) => type !== 'null');
  return choice ? sampleOf(choice, schemas, depth + 1) : simplest(schema, schemas, depth);
}

function simplest(schema: Schema, schemas: Schemas, depth: number): unknown {
  const types = [schema.type ?? (schema.properties ? 'object' : 'null')].flat();
  switch (types[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sampleOf(field, schemas, depth + 1)]),
      );
    case 'array':
      return schema.items ? [sampleOf(schema.items, schemas, depth + 1)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1));
    default:
      return null;
  }
}
