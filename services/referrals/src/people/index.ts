export { ContractSignedProjection, ContractTerminatedProjection, TeamProjection } from './contract.consumer.ts';
export { AdmissionProjection, PractitionerProjection, ResidentProjection } from './people.consumer.ts';
export { PeopleDirectory } from './people-directory.ts';
export type { KnownContract, KnownPractitioner, KnownResident } from './people-directory.ts';
export { TypeormPeopleDirectory } from './persistence/typeorm-people-directory.ts';
