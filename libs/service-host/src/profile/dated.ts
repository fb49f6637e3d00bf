import { isBusinessDate, InvariantViolated, type BusinessDate } from '@yigongti/kernel';
import { z } from 'zod';

/** One figure of a county with the day it holds from and the text that sets it. */
export interface DatedEntry<Value> {
  readonly value: Value;
  readonly from: BusinessDate;
  /** Seed and paragraph, a norm, or `assumption`. */
  readonly source: string;
}

/** A figure with its history: what held on a day. */
export class Dated<Value> {
  constructor(
    /** From the earliest to the latest, one or more. */
    readonly entries: readonly DatedEntry<Value>[],
  ) {}

  /** @throws InvariantViolated when nothing held yet on that day */
  valueAt(date: BusinessDate): Value {
    return this.entryAt(date).value;
  }

  /** The value with its source, for explanations. @throws InvariantViolated when nothing held yet on that day */
  entryAt(date: BusinessDate): DatedEntry<Value> {
    const entry = this.entries.findLast(({ from }) => from <= date);
    if (!entry) throw new InvariantViolated('profile.not-in-force', `the county profile has no value for ${date} yet`);
    return entry;
  }
}

/** Schema of a dated figure: one entry `{ value, from, source }` or a list of entries, each from a later day than the one before. */
export function dated<Schema extends z.ZodType>(value: Schema) {
  const entry = z.strictObject({
    value,
    from: z.string().refine(isBusinessDate, 'must be a date YYYY-MM-DD'),
    source: z.string().min(1),
  });
  const history = z
    .array(entry)
    .min(1)
    .refine((entries) => entries.every(({ from }, index) => index === 0 || from > entries[index - 1]!.from), {
      message: 'each entry must hold from a later day than the one before',
    });
  return z
    .preprocess((input) => (Array.isArray(input) ? input : [input]), history)
    .transform((entries) => new Dated(entries as DatedEntry<z.output<Schema>>[]));
}
