export { FindResidents } from './find-residents.ts';
export { ImportResidents } from './import-residents.ts';
export { knownResidents } from './known-residents.ts';
export { NationalIdVault } from './national-id-vault.ts';
export { AesNationalIdVault, parseKeyRing } from './persistence/aes-national-id-vault.ts';
export { residentRow } from './persistence/resident.row.ts';
export { residentRefusals } from './resident-refusals.ts';
export { ResidentController } from './resident.controller.ts';
