export { FindInstitutions } from './find-institutions.ts';
export { ImportInstitutions } from './import-institutions.ts';
export { institutionRefusals } from './institution-refusals.ts';
export { InstitutionController } from './institution.controller.ts';
export { institutionRow } from './persistence/institution.row.ts';
export { reportableInstitutions } from './reportable-institutions.ts';
