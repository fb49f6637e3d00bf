import { residentChanged } from '@yigongti/events';
import { storedStates } from '../../source-line/index.ts';
import { residentEvent } from './resident-states.ts';
import { residentRow } from './resident.row.ts';

/** The residents as stored, for the relay that has to say some of them again (docs/adr/0002). */
export const StoredResidents = storedStates({
  definition: residentChanged,
  row: residentRow,
  id: 'residentId',
  toEvent: residentEvent,
});
