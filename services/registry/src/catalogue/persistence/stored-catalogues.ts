import { catalogueChanged } from '@yigongti/events';
import { storedStates } from '../../source-line/index.ts';
import { catalogueEvent } from './catalogue-states.ts';
import { catalogueRow } from './catalogue.row.ts';

/** The catalogues as stored, for the relay that has to say some of them again (docs/adr/0002). */
export const StoredCatalogues = storedStates({
  definition: catalogueChanged,
  row: catalogueRow,
  id: 'catalogueId',
  toEvent: catalogueEvent,
});
