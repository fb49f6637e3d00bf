import { institutionChanged } from '@yigongti/events';
import { storedStates } from '../../source-line/index.ts';
import { institutionEvent } from './institution-states.ts';
import { institutionRow } from './institution.row.ts';

/** The institutions as stored, for the relay that has to say some of them again (docs/adr/0002). */
export const StoredInstitutions = storedStates({
  definition: institutionChanged,
  row: institutionRow,
  id: 'institutionId',
  toEvent: institutionEvent,
});
