import { hash } from 'node:crypto';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** JSON with keys in code point order, absent fields left out and no white space: equal content gives equal text on every machine. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value as Record<string, Json | undefined>).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field!)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hexadecimal: the same inputs and version give the same digest, one changed fen another. */
export function digestOf(value: Json): string {
  return hash('sha256', canonicalJson(value), 'hex');
}
