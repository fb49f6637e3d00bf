import { EntitySchema } from 'typeorm';
import type { CatalogueEntry } from '../catalogue-line.ts';

export interface CatalogueRow {
  catalogueId: string;
  catalogueCode: string;
  validFrom: string;
  entries: CatalogueEntry[];
  sourceVersion: number;
  digest: string;
  version: number;
}

export const catalogueRow = new EntitySchema<CatalogueRow>({
  name: 'catalogue',
  columns: {
    catalogueId: { name: 'catalogue_id', type: 'uuid', primary: true },
    catalogueCode: { name: 'catalogue_code', type: 'text' },
    validFrom: { name: 'valid_from', type: 'date' },
    entries: { type: 'jsonb' },
    sourceVersion: { name: 'source_version', type: 'int' },
    digest: { type: 'text' },
    version: { type: 'int' },
  },
});
