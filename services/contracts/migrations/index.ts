import { createFoundation } from './1795000000000-create-foundation.ts';
import { createPeople } from './1795000001000-create-people.ts';
import { createContract } from './1795000002000-create-contract.ts';
import { addRenewalAndHouseholds } from './1795100000000-add-renewal-and-households.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [createFoundation, createPeople, createContract, addRenewalAndHouseholds];
