import { catalogueChanged } from '@yigongti/events';
import { digestOf, refuse, type BusinessDate, type Json, type Refusal } from '@yigongti/kernel';
import type { SourcedLine, StateKind } from '../source-line/index.ts';
import { catalogueRefusals } from './catalogue-refusals.ts';
import { catalogueRow, type CatalogueEntry, type CatalogueRow } from './persistence/catalogue.row.ts';

/** A whole version of a catalogue in one line; its version is the source's. */
export interface CatalogueLine extends SourcedLine {
  readonly catalogueCode: string;
  readonly validFrom: BusinessDate;
  readonly entries: readonly CatalogueEntry[];
}

export const catalogueKind: StateKind<CatalogueLine, CatalogueRow> = {
  row: catalogueRow,
  keyColumn: 'catalogue_code',
  idColumn: 'catalogue_id',
  keyOf: (line) => line.catalogueCode,
  contentOf: ({ catalogueCode, validFrom, entries }) => ({ catalogueCode, validFrom, entries }) as unknown as Json,
  refusalsOf: repeatedCodes,
  toRow: (line, { id, version, sourceVersion, digest }) => ({
    catalogueId: id,
    catalogueCode: line.catalogueCode,
    validFrom: line.validFrom,
    entries: line.entries.map(({ code, nameZh, nameEn, attributes }) => ({ code, nameZh, nameEn: nameEn ?? null, attributes })),
    sourceVersion,
    digest,
    version,
  }),
  toEvent: (row, times, meta) =>
    catalogueChanged.create(
      {
        catalogueId: row.catalogueId,
        catalogueCode: row.catalogueCode,
        version: row.sourceVersion,
        validFrom: row.validFrom,
        entries: row.entries,
        digest: digestOf(row.entries as unknown as Json),
        ...times,
      },
      meta,
    ),
};

function repeatedCodes({ entries }: CatalogueLine): Refusal[] {
  const seen = new Set<string>();
  return entries.flatMap(({ code }, index) => {
    if (!seen.has(code)) return seen.add(code) && [];
    return [refuse(catalogueRefusals.codeRepeated, { pointer: `/entries/${index}/code`, parameters: { code } })];
  });
}
