import { createFoundation } from './1795000000000-create-foundation.ts';
import { createFacts } from './1795000001000-create-facts.ts';
import { createSchemeAndResult } from './1795000002000-create-scheme-and-result.ts';
import { createRecords } from './1795000003000-create-records.ts';
import { createAppeal } from './1795000004000-create-appeal.ts';
import { createWithdrawnClaim } from './1795000005000-create-withdrawn-claim.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [
  createFoundation,
  createFacts,
  createSchemeAndResult,
  createRecords,
  createAppeal,
  createWithdrawnClaim,
];
