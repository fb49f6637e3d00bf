import { isBusinessDate, refuse, Refused, type BusinessDate, type RefusalDefinition } from '@yigongti/kernel';
import { z } from 'zod';

/** One figure of a county with the day it holds from and the text that sets it. */
export interface DatedEntry<Value> {
  readonly value: Value;
  readonly from: BusinessDate;
  /** Seed and paragraph, a norm, or `assumption`. */
  readonly source: string;
}

/** A client's date may lie before every rule that the county has written down: nothing can judge it, and nobody made a mistake here. */
export const profileNotInForce: RefusalDefinition = {
  code: 'profile.not-in-force',
  kind: 'rule',
  titleZh: '该日期早于县域配置的生效日期',
  titleEn: 'The county profile holds no figures for that day',
};

/** A figure with its history: what held on a day. */
export class Dated<Value> {
  constructor(
    /** From the earliest to the latest, one or more. */
    readonly entries: readonly DatedEntry<Value>[],
  ) {}

  /** @throws Refused `profile.not-in-force` when nothing held yet on that day */
  valueAt(date: BusinessDate): Value {
    return this.entryAt(date).value;
  }

  /** The value with its source, for explanations. @throws Refused `profile.not-in-force` when nothing held yet on that day */
  entryAt(date: BusinessDate): DatedEntry<Value> {
    const entry = this.entries.findLast(({ from }) => from <= date);
    if (!entry) throw new Refused([refuse(profileNotInForce, { parameters: { date } })]);
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
