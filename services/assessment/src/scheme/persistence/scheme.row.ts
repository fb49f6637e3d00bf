import { EntitySchema } from 'typeorm';
import type { SchemeItem } from '../domain/scheme-proposal.ts';

/** Table `scheme`, one row a version of a scheme. */
export interface SchemeRow {
  schemeId: string;
  schemeCode: string;
  schemeVersion: number;
  validFrom: string;
  items: readonly SchemeItem[];
  version: number;
}

export const schemeRow = new EntitySchema<SchemeRow>({
  name: 'scheme',
  columns: {
    schemeId: { name: 'scheme_id', type: 'uuid', primary: true },
    schemeCode: { name: 'scheme_code', type: 'text' },
    schemeVersion: { name: 'scheme_version', type: 'int' },
    validFrom: { name: 'valid_from', type: 'date' },
    items: { type: 'jsonb' },
    version: { type: 'int' },
  },
});
