export { FindResidents } from './find-residents.ts';
export { ImportResidents } from './import-residents.ts';
export { NationalIdVault } from './national-id-vault.ts';
export { AesNationalIdVault, parseKeyRing } from './persistence/aes-national-id-vault.ts';
export { residentRow } from './persistence/resident.row.ts';
export { TypeormResidentRepository } from './persistence/typeorm-resident.repository.ts';
export { residentRefusals } from './resident-refusals.ts';
export { ResidentController } from './resident.controller.ts';
export { ResidentRepository } from './resident.repository.ts';
