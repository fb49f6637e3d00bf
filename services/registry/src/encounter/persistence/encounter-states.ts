import { upsertManyStatement } from '@yigongti/database';
import { encounterRecorded, type DataOf } from '@yigongti/events';
import { formatInstant, parseInstant, refuse, type Json, type Refusal } from '@yigongti/kernel';
import { sourceLineRefusals, type StateKind } from '../../source-line/index.ts';
import { encounterRefusals } from '../encounter-refusals.ts';
import { encounterRow, type EncounterRow } from './encounter.row.ts';
import type { EncounterLine } from '../encounter-line.ts';
import type { EncounterReferences } from '../encounter.repository.ts';

/** A visit, admission or discharge as a hospital reports it; a higher version of the source replaces the lower one. */
export function encounterStates(references: EncounterReferences): StateKind<EncounterLine, EncounterRow> {
  return {
    table: 'encounter',
    upsert: (rows) => upsertManyStatement(encounterRow, rows, 'source_key'),
    keyColumn: 'source_key',
    idColumn: 'encounter_id',
    keysOf: (line) => [sourceKeyOf(line)],
    contentsOf: ({ sourceVersion, occurredAt, ...content }) => [content as unknown as Json],
    refusalsOf: (line) => refusalsOf(line, references),
    toRow: (line, { id, ...sourced }) => ({
      encounterId: id,
      sourceKey: sourceKeyOf(line),
      institutionCode: line.institutionCode,
      sourceNo: line.sourceNo,
      residentId: line.residentId,
      kind: line.kind,
      happenedAt: formatInstant(parseInstant(line.happenedAt)),
      diagnosisCodes: [...line.diagnosisCodes],
      admissionNo: line.admissionNo ?? null,
      outOfCounty: line.outOfCounty,
      practitionerCode: line.practitionerCode ?? null,
      ...sourced,
    }),
    toEvent: ({ sourceKey, digest, version, ...data }, meta) =>
      encounterRecorded.create(data as DataOf<typeof encounterRecorded>, meta),
  };
}

function sourceKeyOf({ institutionCode, kind, sourceNo }: EncounterLine): string {
  return `${institutionCode} ${kind} ${sourceNo}`;
}

function refusalsOf(line: EncounterLine, { reportable, residents, context }: EncounterReferences): Refusal[] {
  const stay = line.kind === 'ADMISSION' || line.kind === 'DISCHARGE';
  const checks: readonly (Refusal | false)[] = [
    !reportable.has(line.institutionCode) && refuse(sourceLineRefusals.foreignInstitution, { pointer: '/institutionCode' }),
    !residents.has(line.residentId) && refuse(sourceLineRefusals.residentUnknown, { pointer: '/residentId' }),
    stay && !line.admissionNo && refuse(encounterRefusals.admissionNoMissing, { pointer: '/admissionNo' }),
    parseInstant(line.happenedAt) > parseInstant(context.recordedAt) &&
      refuse(encounterRefusals.inTheFuture, { pointer: '/happenedAt' }),
  ];
  return checks.filter((check): check is Refusal => check !== false);
}
