import { practitionerChanged, type DataOf } from '@yigongti/events';
import { refuse, type BusinessDate, type Json } from '@yigongti/kernel';
import { sourceLineRefusals, type SourcedLine, type StateKind } from '../source-line/index.ts';
import { practitionerRow, type PractitionerRow } from './persistence/practitioner.row.ts';

export interface PractitionerLine extends SourcedLine {
  readonly sourceNo?: string;
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly role: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo?: BusinessDate | null;
}

type PractitionerData = Omit<DataOf<typeof practitionerChanged>, 'occurredAt' | 'recordedAt'>;

/** A practitioner by code; the suite keeps no name of a person who works in it. */
export function practitionerKind(known: ReadonlySet<string>): StateKind<PractitionerLine, PractitionerRow> {
  return {
    row: practitionerRow,
    keyColumn: 'practitioner_code',
    idColumn: 'practitioner_id',
    keyOf: (line) => line.practitionerCode,
    contentOf: ({ sourceNo, sourceVersion, occurredAt, ...content }) => content as Json,
    refusalsOf: (line) =>
      known.has(line.institutionCode) ? [] : [refuse(sourceLineRefusals.institutionUnknown, { pointer: '/institutionCode' })],
    toRow: (line, { id, version, sourceVersion, digest }) => ({
      practitionerId: id,
      practitionerCode: line.practitionerCode,
      institutionCode: line.institutionCode,
      role: line.role,
      activeFrom: line.activeFrom,
      activeTo: line.activeTo ?? null,
      sourceVersion,
      digest,
      version,
    }),
    toEvent: (row, times, meta) => practitionerChanged.create({ ...dataOf(row), ...times }, meta),
  };
}

export function dataOf({ sourceVersion, digest, version, ...data }: PractitionerRow): PractitionerData {
  return data as PractitionerData;
}
