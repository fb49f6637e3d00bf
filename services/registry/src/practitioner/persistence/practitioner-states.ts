import { upsertManyStatement } from '@yigongti/database';
import { practitionerChanged, type DataOf, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { refuse, type Json } from '@yigongti/kernel';
import { sourceLineRefusals, type StateKind } from '../../source-line/index.ts';
import { practitionerRow, type PractitionerRow } from './practitioner.row.ts';
import type { PractitionerLine } from '../practitioner-line.ts';

/** A practitioner by code; the suite keeps no name of a person who works in it. */
export function practitionerStates(known: ReadonlySet<string>): StateKind<PractitionerLine, PractitionerRow> {
  return {
    table: 'practitioner',
    upsert: (rows) => upsertManyStatement(practitionerRow, rows, 'practitioner_code'),
    keyColumn: 'practitioner_code',
    idColumn: 'practitioner_id',
    keysOf: (line) => [line.practitionerCode],
    contentsOf: ({ sourceNo, sourceVersion, occurredAt, ...content }) => [content as Json],
    refusalsOf: (line) =>
      known.has(line.institutionCode) ? [] : [refuse(sourceLineRefusals.institutionUnknown, { pointer: '/institutionCode' })],
    toRow: (line, { id, ...sourced }) => ({
      practitionerId: id,
      practitionerCode: line.practitionerCode,
      institutionCode: line.institutionCode,
      role: line.role,
      activeFrom: line.activeFrom,
      activeTo: line.activeTo ?? null,
      ...sourced,
    }),
    toEvent: practitionerEvent,
  };
}

/** What the state topic says of a practitioner. */
export function practitionerEvent({ sourceVersion, digest, version, ...data }: PractitionerRow, meta: EventMeta): OutgoingEvent {
  return practitionerChanged.create(data as DataOf<typeof practitionerChanged>, meta);
}
