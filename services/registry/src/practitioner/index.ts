export { FindPractitioners } from './find-practitioners.ts';
export { ImportPractitioners } from './import-practitioners.ts';
export { practitionerRow } from './persistence/practitioner.row.ts';
export { StoredPractitioners } from './persistence/stored-practitioners.ts';
export { TypeormPractitionerRepository } from './persistence/typeorm-practitioner.repository.ts';
export { practitionerRefusals } from './practitioner-refusals.ts';
export { PractitionerController } from './practitioner.controller.ts';
export { PractitionerRepository } from './practitioner.repository.ts';
