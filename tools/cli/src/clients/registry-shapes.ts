import type { InstitutionKind } from '@yigongti/kernel';
import { z } from 'zod';

/** What is needed of an institution to give its system a role. */
export const institutionSchema = z.looseObject({
  institutionCode: z.string(),
  nameZh: z.string(),
  kind: z.string().transform((kind) => kind as InstitutionKind),
});
