import type { EventDefinition } from '@yigongti/events';
import { z } from 'zod';

export const masked = '***';

/**
 * The data of an event for operators' eyes: sensitive fields are masked, and so is every value that does not keep its schema, since
 * nobody knows what it is. Fields that the schema does not have are left out.
 */
export function maskData(definition: EventDefinition | undefined, payload: string | null): unknown {
  if (payload === null) return null;
  try {
    return definition ? mask(definition.closedSchema, JSON.parse(payload)) : masked;
  } catch {
    return masked;
  }
}

function mask(schema: z.core.$ZodType, value: unknown): unknown {
  const privacy = z.globalRegistry.get(schema as z.ZodType)?.privacy;
  if (privacy === 'sensitive') return masked;
  if (value === null) return null;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return mask(schema.unwrap(), value);
  if (schema instanceof z.ZodObject) return maskFields(schema, value);
  if (schema instanceof z.ZodArray) return Array.isArray(value) ? value.map((item) => mask(schema.element, item)) : masked;
  return (schema as z.ZodType).safeParse(value).success ? value : masked;
}

function maskFields(schema: z.ZodObject, value: unknown): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return masked;
  const fields = Object.entries(schema.shape).filter(([name]) => name in value!);
  return Object.fromEntries(fields.map(([name, field]) => [name, mask(field, (value as Record<string, unknown>)[name])]));
}

/** The envelope: ids, types and times. A header that looks like anything else may be anything. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const known = Object.entries(headers).filter(([name]) => name.startsWith('ce_') || name === 'traceparent');
  return Object.fromEntries(known.map(([name, value]) => [name, /^[\w.:+/-]{1,200}$/.test(value) ? value : masked]));
}
