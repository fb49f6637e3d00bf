export { EnrolmentClosedProjection, EnrolmentOpenedProjection, PractitionerProjection } from './people.consumer.ts';
export { PractitionerDirectory } from './practitioner-directory.ts';
export { ResidentDirectory, type GoneReason, type KnownResident } from './resident-directory.ts';
export { TypeormPractitionerDirectory } from './persistence/typeorm-practitioner-directory.ts';
export { TypeormResidentDirectory } from './persistence/typeorm-resident-directory.ts';
