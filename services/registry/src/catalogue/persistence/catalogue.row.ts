import { EntitySchema } from 'typeorm';
import { sourcedColumns, type SourcedRow } from '../../source-line/index.ts';
import type { CatalogueEntry } from '../catalogue-line.ts';

export interface CatalogueRow extends SourcedRow {
  catalogueId: string;
  catalogueCode: string;
  validFrom: string;
  entries: CatalogueEntry[];
}

export const catalogueRow = new EntitySchema<CatalogueRow>({
  name: 'catalogue',
  columns: {
    catalogueId: { name: 'catalogue_id', type: 'uuid', primary: true },
    catalogueCode: { name: 'catalogue_code', type: 'text' },
    validFrom: { name: 'valid_from', type: 'date' },
    entries: { type: 'jsonb' },
    ...sourcedColumns,
  },
});
