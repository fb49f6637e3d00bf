type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object';

/** OpenAPI 3.1 is JSON Schema: `nullable` and the boolean bounds of 3.0, which the decorators still write, have no meaning there. */
export function toJsonSchema31(value: unknown): void {
  if (!isNode(value)) return;
  for (const child of Object.values(value)) toJsonSchema31(child);
  if (Array.isArray(value) || value.nullable === undefined) return;
  const { nullable, ...schema } = value;
  if (typeof nullable !== 'boolean') return;
  delete value.nullable;
  if (!nullable) return;
  if (typeof schema.type === 'string') {
    value.type = [schema.type, 'null'];
    return;
  }
  for (const key of Object.keys(value)) if (key !== 'description') delete value[key];
  const { description: _, ...bare } = schema;
  value.anyOf = [bare, { type: 'null' }];
}
