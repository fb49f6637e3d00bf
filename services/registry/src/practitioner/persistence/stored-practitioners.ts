import { practitionerChanged } from '@yigongti/events';
import { storedStates } from '../../source-line/index.ts';
import { practitionerEvent } from './practitioner-states.ts';
import { practitionerRow } from './practitioner.row.ts';

/** The practitioners as stored, for the relay that has to say some of them again (docs/adr/0002). */
export const StoredPractitioners = storedStates({
  definition: practitionerChanged,
  row: practitionerRow,
  id: 'practitionerId',
  toEvent: practitionerEvent,
});
