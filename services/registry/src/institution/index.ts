export { FindInstitutions } from './find-institutions.ts';
export { ImportInstitutions } from './import-institutions.ts';
export { institutionRefusals } from './institution-refusals.ts';
export { InstitutionController } from './institution.controller.ts';
export { InstitutionRepository } from './institution.repository.ts';
export { institutionRow } from './persistence/institution.row.ts';
export { StoredInstitutions } from './persistence/stored-institutions.ts';
export { TypeormInstitutionRepository } from './persistence/typeorm-institution.repository.ts';
