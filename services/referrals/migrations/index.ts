import { createFoundation } from './1795010000000-create-foundation.ts';
import { createPeople } from './1795010001000-create-people.ts';
import { createReferral } from './1795010002000-create-referral.ts';
import { createCapacity } from './1795010003000-create-capacity.ts';
import { endAReferral } from './1795410000000-end-a-referral.ts';
import { keepWorkLists } from './1795410001000-keep-work-lists.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [createFoundation, createPeople, createReferral, createCapacity, endAReferral, keepWorkLists];
