export { encounterRefusals } from './encounter-refusals.ts';
export { EncounterController } from './encounter.controller.ts';
export { EncounterRepository } from './encounter.repository.ts';
export { FindEncounters } from './find-encounters.ts';
export { ImportEncounters } from './import-encounters.ts';
export { encounterRow } from './persistence/encounter.row.ts';
export { TypeormEncounterRepository } from './persistence/typeorm-encounter.repository.ts';
