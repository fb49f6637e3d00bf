import { createFoundation } from './1795000000000-create-foundation.ts';
import { createProjections } from './1795000001000-create-projections.ts';
import { createPolicyAndPool } from './1795000002000-create-policy-and-pool.ts';
import { createClaim } from './1795000003000-create-claim.ts';
import { createRun } from './1795000004000-create-run.ts';
import { createBooking } from './1795000005000-create-booking.ts';
import { createYearClearing } from './1795000006000-create-year-clearing.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [
  createFoundation,
  createProjections,
  createPolicyAndPool,
  createClaim,
  createRun,
  createBooking,
  createYearClearing,
];
