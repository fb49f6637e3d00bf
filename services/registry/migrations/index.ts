import { createFoundation } from './1795000000000-create-foundation.ts';
import { createMasterData } from './1795000001000-create-master-data.ts';
import { keepTimes } from './1795000002000-keep-times.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [createFoundation, createMasterData, keepTimes];
