import { EntitySchema } from 'typeorm';
import { sourcedColumns, type SourcedRow } from '../../source-line/index.ts';

/**
 * Table `institution`, the county's institutions and consortia as their owner keeps them. Its columns carry the names of the tree that the
 * other services project, so that scoping reads the same everywhere.
 */
export interface InstitutionRow extends SourcedRow {
  institutionId: string;
  institutionCode: string;
  nameZh: string;
  nameEn: string;
  level: string;
  kind: string;
  settlementLevel: string | null;
  parentCode: string | null;
  consortiumCode: string | null;
  consortiumLead: boolean;
  divisionCode: string;
  activeFrom: string;
  activeTo: string | null;
}

export const institutionRow = new EntitySchema<InstitutionRow>({
  name: 'institution',
  columns: {
    institutionId: { name: 'institution_id', type: 'uuid', primary: true },
    institutionCode: { name: 'code', type: 'text' },
    nameZh: { name: 'name_zh', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
    level: { type: 'text' },
    kind: { type: 'text' },
    settlementLevel: { name: 'settlement_level', type: 'text', nullable: true },
    parentCode: { name: 'parent_code', type: 'text', nullable: true },
    consortiumCode: { name: 'consortium_code', type: 'text', nullable: true },
    consortiumLead: { name: 'consortium_lead', type: 'boolean' },
    divisionCode: { name: 'division_code', type: 'text' },
    activeFrom: { name: 'active_from', type: 'date' },
    activeTo: { name: 'active_to', type: 'date', nullable: true },
    ...sourcedColumns,
  },
});
