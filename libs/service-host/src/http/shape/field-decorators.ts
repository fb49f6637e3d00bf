import { isBusinessDate, isMonth, isUuid } from '@yigongti/kernel';
import { registerDecorator, type ValidationOptions } from 'class-validator';

/** RFC 3339 with an offset; seconds required, fraction up to 9 digits. */
const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether text is an RFC 3339 instant with offset of a day that exists. */
export function isInstantText(value: unknown): value is string {
  return typeof value === 'string' && instantPattern.test(value) && isBusinessDate(value.slice(0, 10));
}

function field(name: string, expected: string, accepts: (value: unknown) => boolean) {
  return (options?: ValidationOptions): PropertyDecorator =>
    (target, propertyName) => {
      registerDecorator({
        name,
        target: target.constructor,
        propertyName: String(propertyName),
        options: options ?? {},
        validator: {
          validate: accepts,
          defaultMessage: (given) => `${options?.each ? 'each of ' : ''}${given?.property ?? ''} must be ${expected}`,
        },
      });
    };
}

/** `YYYY-MM-DD`, a day that exists. */
export const IsBusinessDate = field(
  'isBusinessDate',
  'a date YYYY-MM-DD',
  (value) => typeof value === 'string' && isBusinessDate(value),
);
/** `YYYY-MM` */
export const IsMonth = field('isMonth', 'a month YYYY-MM', (value) => typeof value === 'string' && isMonth(value));
/** RFC 3339 with offset. */
export const IsInstant = field('isInstant', 'an RFC 3339 instant with offset', isInstantText);
/** Lower-case UUID of any version. */
export const IsId = field('isUuid', 'a lower-case UUID', (value) => typeof value === 'string' && isUuid(value));
/** The same as in the events, so that what the door lets in can leave again. */
export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const diagnosisPattern = /^[A-Z][0-9A-Za-z.+*/-]{1,19}$/;
const sourceNumberPattern = /^[\x21-\x7E]{1,64}$/;

export function isCodeText(value: unknown): value is string {
  return typeof value === 'string' && codePattern.test(value);
}

/** Code of an institution, practitioner, department, disease: 1 to 64 letters, digits, dots, hyphens, underscores. */
export const IsCode = field('isCode', 'a code of 1 to 64 letters, digits, dots or hyphens', isCodeText);
/** ICD-10 in the insurance edition 2.0. */
export const IsDiagnosisCode = field(
  'isDiagnosisCode',
  'an ICD-10 code of the insurance edition',
  (value) => typeof value === 'string' && diagnosisPattern.test(value),
);
/** A number that a source system gave: 1 to 64 printable ASCII characters without spaces. */
export const IsSourceNumber = field(
  'isSourceNumber',
  'a number of 1 to 64 printable ASCII characters',
  (value) => typeof value === 'string' && sourceNumberPattern.test(value),
);
/** Exact decimal as text, at most 20 digits before and 12 after the point. */
export const IsDecimalText = field(
  'isDecimalText',
  'a decimal string',
  (value) => typeof value === 'string' && /^-?\d{1,20}(\.\d{1,12})?$/.test(value),
);
/** Whole fen, not negative, exact in JSON. */
export const IsFen = field('isFen', 'an integer amount in fen', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
