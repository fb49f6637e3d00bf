import { z } from 'zod';
import { parseKeyRing } from './resident/index.ts';

const keyRing = z.string().transform((text, context) => {
  try {
    return parseKeyRing(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** The registry's own environment keys. Secrets, so without defaults. */
export const registrySettings = z.object({
  NATIONAL_ID_KEYS: keyRing.describe(
    'Keys that seal personal data, the one to write with first: `id:base64 of 32 bytes`, by comma (加密密钥)',
  ),
  NATIONAL_ID_INDEX_KEYS: keyRing.describe('Keys of the blind index of national ids, same form (检索密钥)'),
});

export type RegistrySettings = z.output<typeof registrySettings>;
