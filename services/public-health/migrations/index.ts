import { createFoundation } from './1795000000000-create-foundation.ts';
import { createCare } from './1795000001000-create-care.ts';
import { addVisitsAndDoctors } from './1795100000000-add-visits-and-doctors.ts';

/** Applied in this order, never edited after they have been released. */
export const migrations = [createFoundation, createCare, addVisitsAndDoctors];
