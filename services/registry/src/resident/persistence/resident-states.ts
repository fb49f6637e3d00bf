import { upsertManyStatement } from '@yigongti/database';
import { residentChanged, type DataOf, type EventMeta, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, canonicalJson, refuse, type Instant, type Json, type Refusal, type Uuid } from '@yigongti/kernel';
import { sourceLineRefusals, type RowHead, type StateKind } from '../../source-line/index.ts';
import { identityFactsOf, type IdentityFacts } from '../domain/resident.ts';
import type { NationalIdVault } from '../national-id-vault.ts';
import { residentRow, type ResidentRow } from './resident.row.ts';
import { residentRefusals } from '../resident-refusals.ts';
import type { ResidentLine } from '../resident-line.ts';

/** What lines are checked against and completed from: read once a chunk. */
export interface ResidentReferences {
  readonly reportable: ReadonlySet<string>;
  /** Household ids by `householdKey`. */
  readonly households: ReadonlyMap<string, Uuid>;
  readonly vault: NationalIdVault;
  readonly recordedAt: Instant;
}

export function householdKey(line: { readonly homeInstitutionCode: string; readonly householdNo?: string | null }): string {
  return `${line.homeInstitutionCode} ${line.householdNo}`;
}

/** A resident is one person by the national id, whatever local numbers the units give; two units that report one person meet in one row. */
export function residentStates(references: ResidentReferences): StateKind<ResidentLine, ResidentRow> {
  const { vault } = references;
  return {
    table: 'resident',
    upsert: (rows) => upsertManyStatement(residentRow, rows, 'resident_id'),
    keyColumn: 'blind_index',
    idColumn: 'resident_id',
    unit: {
      column: 'home_institution_code',
      of: (line) => line.homeInstitutionCode,
      leaves: (line) => line.movedOutOn != null,
    },
    keysOf: (line) => vault.blindIndexes(line.nationalId).map(({ value }) => value),
    contentsOf: (line) => contentsOf(line, vault),
    refusalsOf: (line) => refusalsOf(line, references),
    toRow: (line, head) => toRow(line, head, references),
    toEvent: residentEvent,
  };
}

/** Personal fields go in as their keyed index, so that the digest tells nobody what they are; one content for each key still known. */
function contentsOf(
  { sourceNo, sourceVersion, occurredAt, nationalId, name, phone, address, ...plain }: ResidentLine,
  vault: NationalIdVault,
): Json[] {
  return vault
    .blindIndexes(canonicalJson({ nationalId, name, phone, address }))
    .map(({ value }) => ({ ...plain, person: value }) as Json);
}

function refusalsOf(line: ResidentLine, { reportable, recordedAt }: ResidentReferences): Refusal[] {
  const facts = identityFactsOf(line.nationalId, businessDateOf(recordedAt));
  const checks: readonly (Refusal | false)[] = [
    typeof facts === 'string' &&
      refuse(residentRefusals.nationalIdInvalid, { pointer: '/nationalId', parameters: { fault: facts } }),
    !reportable.has(line.homeInstitutionCode) &&
      refuse(sourceLineRefusals.foreignInstitution, { pointer: '/homeInstitutionCode' }),
    typeof facts !== 'string' &&
      [line.registeredOn, line.diedOn, line.movedOutOn].some((date) => date != null && date < facts.birthDate) &&
      refuse(residentRefusals.beforeBirth),
  ];
  return checks.filter((check): check is Refusal => check !== false);
}

function toRow(line: ResidentLine, { id, ...sourced }: RowHead, references: ResidentReferences): ResidentRow {
  const { vault, households, recordedAt } = references;
  const { nationalId, name, phone = null, address = null } = line;
  const facts = identityFactsOf(nationalId, businessDateOf(recordedAt)) as IdentityFacts;
  const index = vault.blindIndex(nationalId);
  const person = vault.seal(JSON.stringify({ nationalId, name, phone, address }));
  return {
    residentId: id,
    blindIndex: index.value,
    blindIndexKeyId: index.keyId,
    sealedPerson: person.value,
    sealingKeyId: person.keyId,
    birthDate: facts.birthDate,
    sex: facts.sex,
    villageDivisionCode: line.villageDivisionCode,
    homeInstitutionCode: line.homeInstitutionCode,
    householdId: (line.householdNo && households.get(householdKey(line))) || null,
    insuranceType: line.insuranceType,
    registeredOn: line.registeredOn,
    diedOn: line.diedOn ?? null,
    movedOutOn: line.movedOutOn ?? null,
    mergedInto: null,
    sourceNo: line.sourceNo,
    ...sourced,
  };
}

/** What leaves the registry about a person: a UUID, and only the facts that the others need. */
export function residentEvent(row: ResidentRow, meta: EventMeta): OutgoingEvent {
  const { blindIndex, blindIndexKeyId, sealedPerson, sealingKeyId, sourceNo, sourceVersion, digest, version, ...data } = row;
  return residentChanged.create(data as DataOf<typeof residentChanged>, meta);
}
