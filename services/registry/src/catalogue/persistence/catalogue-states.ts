import { upsertManyStatement } from '@yigongti/database';
import { catalogueChanged, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { digestOf, refuse, type Json, type Refusal } from '@yigongti/kernel';
import type { StateKind } from '../../source-line/index.ts';
import { catalogueRefusals } from '../catalogue-refusals.ts';
import { catalogueRow, type CatalogueRow } from './catalogue.row.ts';
import type { CatalogueLine } from '../catalogue-line.ts';

export const catalogueStates: StateKind<CatalogueLine, CatalogueRow> = {
  table: 'catalogue',
  upsert: (rows) => upsertManyStatement(catalogueRow, rows, 'catalogue_code'),
  keyColumn: 'catalogue_code',
  idColumn: 'catalogue_id',
  keysOf: (line) => [line.catalogueCode],
  contentsOf: ({ catalogueCode, validFrom, entries }) => [{ catalogueCode, validFrom, entries } as unknown as Json],
  refusalsOf: repeatedCodes,
  toRow: (line, { id, ...sourced }) => ({
    catalogueId: id,
    catalogueCode: line.catalogueCode,
    validFrom: line.validFrom,
    entries: line.entries.map(({ code, nameZh, nameEn, attributes }) => ({ code, nameZh, nameEn: nameEn ?? null, attributes })),
    ...sourced,
  }),
  toEvent: catalogueEvent,
};

function repeatedCodes({ entries }: CatalogueLine): Refusal[] {
  const seen = new Set<string>();
  return entries.flatMap(({ code }, index) => {
    if (!seen.has(code)) return seen.add(code) && [];
    return [refuse(catalogueRefusals.codeRepeated, { pointer: `/entries/${index}/code`, parameters: { code } })];
  });
}

/** What the state topic says of a catalogue: its version in force, whole. */
export function catalogueEvent(row: CatalogueRow, meta: EventMeta): OutgoingEvent {
  const { catalogueId, catalogueCode, validFrom, entries, occurredAt, recordedAt } = row;
  return catalogueChanged.create(
    {
      catalogueId,
      catalogueCode,
      version: row.sourceVersion,
      validFrom,
      entries: entries.map(({ attributes, ...entry }) => ({ ...entry, attributes: { ...attributes } })),
      digest: digestOf(entries as unknown as Json),
      occurredAt,
      recordedAt,
    },
    meta,
  );
}
