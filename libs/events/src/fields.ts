import { z } from 'zod';
import { codesOf, type ValueSet } from './value-set.ts';

/**
 * Who may see a field outside the suite: `public` could stand on a notice board, `internal` is for systems of the county,
 * `sensitive` tells of one resident's health, birth, death or home and needs a stated purpose (PIPL art. 28).
 */
export type Privacy = 'public' | 'internal' | 'sensitive';

declare module 'zod' {
  interface GlobalMeta {
    privacy?: Privacy;
    unit?: string;
    valueSet?: ValueSet;
  }
}

const printable = /^[\x21-\x7E]{1,64}$/;
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const lowerCaseUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const shanghaiInstant = new RegExp(`${z.regexes.datetime({ offset: false, local: true }).source.replace(/\$$/, '')}\\+08:00$`);

/** A field's first reading is `internal`; see `sensitive` and `unrestricted`. */
const internal = (description: string, unit?: string) => ({ description, privacy: 'internal' as const, ...(unit && { unit }) });

/** Lower case only: the same id is a Kafka key, and keys are compared as bytes. */
export const uuid = (description: string) => z.stringFormat('uuid', lowerCaseUuid).meta(internal(description));
/** RFC 3339, always written with +08:00, so that equal instants of one precision sort as text. */
export const instant = (description: string) => z.stringFormat('date-time', shanghaiInstant).meta(internal(description));
/** A day in Asia/Shanghai. */
export const businessDate = (description: string) => z.iso.date().meta(internal(description, 'day in Asia/Shanghai'));
export const month = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta(internal(description, 'month in Asia/Shanghai'));
/** `2026-06`, `2026-H1` or `2026`. */
export const period = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]|H[12]))?$/)
    .meta(internal(description));
export const year = (description: string) => z.int().min(1900).max(9999).meta(internal(description, 'calendar year'));

export const fen = (description: string) => z.int().min(0).meta(internal(description, 'fen (0.01 yuan)'));
export const signedFen = (description: string) => z.int().meta(internal(description, 'fen (0.01 yuan)'));
export const count = (description: string, unit = 'count') => z.int().min(0).meta(internal(description, unit));
export const version = (description: string) => z.int().min(1).meta(internal(description));
export const flag = (description: string) => z.boolean().meta(internal(description));
/** An exact decimal as text, never in exponent notation: binary floats do not travel. */
export const decimalString = (description: string, unit?: string) =>
  z
    .string()
    .regex(/^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/)
    .meta(internal(description, unit));

/** A code that the suite or the county made up: institutions, practitioners, rules, packages. */
export const codeOf = (description: string) => z.string().regex(code).meta(internal(description));
export const institutionCode = (description: string) => codeOf(description);
export const practitionerCode = (description: string) => codeOf(description);
/** A number that a source system gave; printable ASCII, so that no name can hide in it. */
export const sourceNumber = (description: string) => z.string().regex(printable).meta(internal(description));
/** GB/T 2260 and GB/T 10114: 6 digits of the county, 9 of the township, 12 of the village. */
export const divisionCode = (description: string) =>
  z
    .string()
    .regex(/^\d{6}(\d{3}){0,2}$/)
    .meta(internal(description));
/** ICD-10 in the insurance edition 2.0. */
export const diagnosisCode = (description: string) =>
  z
    .string()
    .regex(/^[A-Z][0-9A-Za-z.+*/-]{1,19}$/)
    .meta(internal(description));
/** SHA-256 in hexadecimal. */
export const digest = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta(internal(description));
/** A word for people: a name of a place or of a code, never of a person. */
export const label = (description: string) => z.string().min(1).max(200).meta(internal(description));
/** One code of a closed value set. */
export const codeFrom = <S extends ValueSet>(set: S, description: string) =>
  z.enum(codesOf(set)).meta({ ...internal(description), valueSet: set });

export const listOf = <T extends z.ZodType>(item: T, description: string, atLeast = 0) =>
  z
    .array(item)
    .min(atLeast)
    .meta({ ...internal(description), privacy: item.meta()?.privacy ?? 'internal' });
export const block = <S extends z.ZodRawShape>(shape: S, description: string) =>
  z.strictObject(shape).meta(internal(description));
/** Further attributes of a code, by their code. */
export const attributes = (description: string) =>
  z.record(z.string().regex(code), z.string().max(200)).meta(internal(description));

/** Present in every event of the type, and null where there is nothing to say. */
export const orNull = <T extends z.ZodType>(field: T) => field.nullable().meta(field.meta() ?? {});
export const sensitive = <T extends z.ZodType>(field: T): T => field.meta({ ...field.meta(), privacy: 'sensitive' }) as T;
export const unrestricted = <T extends z.ZodType>(field: T): T => field.meta({ ...field.meta(), privacy: 'public' }) as T;
