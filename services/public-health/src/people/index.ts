export {
  ContractSignedProjection,
  ContractTerminatedProjection,
  EncounterProjection,
  PractitionerProjection,
} from './people.consumer.ts';
export { PeopleDirectory, type KnownCare, type KnownResident } from './people-directory.ts';
export { TypeormPeopleDirectory } from './persistence/typeorm-people-directory.ts';
