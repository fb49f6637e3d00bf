import { z } from 'zod';

/** What is wrong with one setting, in both languages. */
export interface ConfigFault {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

/** The process cannot start with what it was given. Its message lists every fault at once; it never shows a value. */
export class ConfigRefused extends Error {
  constructor(
    readonly subject: string,
    readonly faults: readonly ConfigFault[],
  ) {
    super([subject, ...faults.map(({ at, zh, en }) => `  ${at}: ${zh} / ${en}`)].join('\n'));
    this.name = 'ConfigRefused';
  }
}

/** Parses by a schema and says every fault in Chinese and English. */
export function parseAll<Schema extends z.ZodType>(schema: Schema, input: unknown, subject: string): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: z.locales.en().localeError });
  if (parsed.success) return parsed.data;
  const chinese = schema.safeParse(input, { error: z.locales.zhCN().localeError }).error?.issues ?? [];
  throw new ConfigRefused(
    subject,
    parsed.error.issues.map(({ path, message }, index) => ({
      at: path.join('.') || subject,
      zh: chinese[index]?.message ?? message,
      en: message,
    })),
  );
}
