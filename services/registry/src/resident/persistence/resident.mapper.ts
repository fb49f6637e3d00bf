import type { NationalIdVault } from '../national-id-vault.ts';
import type { ResidentView } from '../resident-view.ts';
import type { ResidentRow } from './resident.row.ts';

export function toView(row: ResidentRow, vault: NationalIdVault): ResidentView {
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
