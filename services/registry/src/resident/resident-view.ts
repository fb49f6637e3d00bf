import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { NationalIdVault } from './national-id-vault.ts';
import type { ResidentRow } from './persistence/resident.row.ts';

/** A resident as the own unit sees them; name and numbers are masked, enough to recognise somebody who stands at the counter. */
export interface ResidentView {
  readonly residentId: Uuid;
  readonly nameMasked: string;
  readonly nationalIdMasked: string;
  readonly phoneMasked: string | null;
  readonly birthDate: BusinessDate;
  readonly sex: string;
  readonly villageDivisionCode: string;
  readonly homeInstitutionCode: string;
  readonly householdId: Uuid | null;
  readonly insuranceType: string;
  readonly registeredOn: BusinessDate;
  readonly diedOn: BusinessDate | null;
  readonly movedOutOn: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export function residentView(row: ResidentRow, vault: NationalIdVault): ResidentView {
  const person = JSON.parse(vault.open({ keyId: row.sealingKeyId, value: row.sealedPerson })) as {
    name: string;
    nationalId: string;
    phone: string | null;
  };
  return {
    residentId: row.residentId,
    nameMasked: mask(person.name, 1, 0),
    nationalIdMasked: mask(person.nationalId, 6, 4),
    phoneMasked: person.phone === null ? null : mask(person.phone, 3, 2),
    birthDate: row.birthDate,
    sex: row.sex,
    villageDivisionCode: row.villageDivisionCode,
    homeInstitutionCode: row.homeInstitutionCode,
    householdId: row.householdId,
    insuranceType: row.insuranceType,
    registeredOn: row.registeredOn,
    diedOn: row.diedOn,
    movedOutOn: row.movedOutOn,
    version: row.version,
    allowedActions: [],
  };
}

/** Leaves `head` characters in front and `tail` at the end. */
export function mask(text: string, head: number, tail: number): string {
  const characters = [...text];
  return characters.map((character, index) => (index < head || index >= characters.length - tail ? character : '*')).join('');
}
