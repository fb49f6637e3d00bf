export { FindRosters } from './find-rosters.ts';
export { RosterController } from './roster.controller.ts';
export { rosterRefusals } from './roster-refusals.ts';
