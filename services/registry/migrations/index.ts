import { createFoundation } from './1795000000000-create-foundation.ts';
import { createMasterData } from './1795000001000-create-master-data.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [createFoundation, createMasterData];
