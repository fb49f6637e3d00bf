import { z } from 'zod';
import type { EventDefinition } from '@yigongti/events';

/** A JSON Schema as plain JSON. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * JSON Schema 2020-12 of the closed schema. Beside the standard keywords: `x-privacy`, `x-unit`, and `x-labels` (what each code of a
 * value set means).
 */
export function jsonSchemaOf(definition: EventDefinition): JsonSchema {
  const { $schema, ...body } = schemaBodyOf(definition);
  return { $schema, $id: definition.dataSchemaUri, title: definition.type, description: meaningOf(definition), ...body };
}

/** The same without `$schema` and `$id`, for documents that embed it: the keywords we use mean the same in draft-07. */
export function embeddedSchemaOf(definition: EventDefinition): JsonSchema {
  const { $schema: _schema, $id: _id, ...embedded } = jsonSchemaOf(definition);
  return embedded;
}

export function meaningOf(definition: EventDefinition): string {
  return `${definition.titleEn} (${definition.titleZh}).`;
}

/** Examples in the schema's order of fields, so that documents do not depend on how an example was written. */
export function examplesOf(definition: EventDefinition): unknown[] {
  return definition.examples.map((example) => definition.closedSchema.parse(example));
}

function schemaBodyOf(definition: EventDefinition): JsonSchema {
  const generated = z.toJSONSchema(definition.closedSchema, {
    override: ({ jsonSchema }) => renameOurs(jsonSchema as JsonSchema),
  });
  return { ...(flattenNullable(generated) as JsonSchema), examples: examplesOf(definition) };
}

/** Standard tools ignore keywords that begin with `x-`, and refuse others. */
function renameOurs(schema: JsonSchema): void {
  for (const [ours, name] of [
    ['privacy', 'x-privacy'],
    ['unit', 'x-unit'],
    ['valueSet', 'x-labels'],
  ] as const) {
    if (!(ours in schema)) continue;
    schema[name] = schema[ours];
    delete schema[ours];
  }
}

/** `anyOf [X, null]` as X that also takes null: shorter to read, and a field stays one schema. */
function flattenNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(flattenNullable);
  if (typeof node !== 'object' || node === null) return node;
  const schema = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, flattenNullable(value)])) as JsonSchema;
  const [inner, other, ...more] = (schema.anyOf ?? []) as JsonSchema[];
  if (!inner || other?.type !== 'null' || more.length > 0) return schema;
  const { anyOf: _anyOf, ...outer } = schema;
  const values = inner.enum as unknown[] | undefined;
  return { ...inner, ...outer, type: [inner.type, 'null'], ...(values && { enum: [...values, null] }) };
}
