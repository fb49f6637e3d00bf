import { upsertManyStatement } from '@yigongti/database';
import { institutionChanged, type DataOf, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { refuse, type Json, type Refusal } from '@yigongti/kernel';
import type { RowHead, StateKind } from '../../source-line/index.ts';
import { institutionRefusals } from '../institution-refusals.ts';
import { institutionRow, type InstitutionRow } from './institution.row.ts';
import type { InstitutionLine } from '../institution-line.ts';

/** An institution goes from line to row to event. A parent may come in a later line: the tree is read when it is whole. */
export const institutionStates: StateKind<InstitutionLine, InstitutionRow> = {
  table: 'institution',
  upsert: (rows) => upsertManyStatement(institutionRow, rows, 'code'),
  keyColumn: 'code',
  idColumn: 'institution_id',
  keysOf: (line) => [line.institutionCode],
  contentsOf: ({ sourceNo, sourceVersion, occurredAt, ...content }) => [content as Json],
  refusalsOf,
  toRow,
  toEvent: institutionEvent,
};

function refusalsOf(line: InstitutionLine): Refusal[] {
  const refusals: Refusal[] = [];
  if (line.parentCode === line.institutionCode) refusals.push(refuse(institutionRefusals.ownParent, { pointer: '/parentCode' }));
  if (line.activeTo && line.activeTo < line.activeFrom)
    refusals.push(refuse(institutionRefusals.endsBeforeStart, { pointer: '/activeTo' }));
  return refusals;
}

function toRow(line: InstitutionLine, { id, ...sourced }: RowHead): InstitutionRow {
  return {
    institutionId: id,
    institutionCode: line.institutionCode,
    nameZh: line.nameZh,
    nameEn: line.nameEn,
    level: line.level,
    kind: line.kind,
    settlementLevel: line.settlementLevel ?? null,
    parentCode: line.parentCode ?? null,
    consortiumCode: line.consortiumCode ?? null,
    consortiumLead: line.consortiumLead,
    divisionCode: line.divisionCode,
    activeFrom: line.activeFrom,
    activeTo: line.activeTo ?? null,
    ...sourced,
  };
}

/** What the state topic says of an institution; the English name stays with the registry. */
export function institutionEvent(row: InstitutionRow, meta: EventMeta): OutgoingEvent {
  const { nameEn, sourceVersion, digest, version, ...data } = row;
  return institutionChanged.create(data as DataOf<typeof institutionChanged>, meta);
}
