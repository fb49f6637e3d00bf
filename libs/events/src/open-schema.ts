import { z } from 'zod';

/**
 * The consumers' reading of a closed schema: the same fields, and unknown ones dropped at every depth.
 * Events are plain JSON built from the parts below; anything else in a schema is a fault of the event's file.
 */
export function openSchemaOf(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    return z.object(Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, openSchemaOf(field)])));
  }
  if (schema instanceof z.ZodArray) return new z.ZodArray({ ...schema.def, element: openSchemaOf(schema.element) });
  if (schema instanceof z.ZodNullable) return openSchemaOf(schema.unwrap()).nullable();
  if (schema instanceof z.ZodOptional) return openSchemaOf(schema.unwrap()).optional();
  if (schema instanceof z.ZodRecord || isLeaf(schema)) return schema as z.ZodType;
  throw new Error(`an event's schema cannot hold a ${schema._zod.def.type}`);
}

function isLeaf(schema: z.core.$ZodType): boolean {
  return ['string', 'number', 'boolean', 'enum', 'literal'].includes(schema._zod.def.type);
}
