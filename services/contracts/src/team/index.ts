export type { Team } from './domain/team.ts';
export { teamRefusals } from './domain/team-refusals.ts';
export { FindTeams } from './find-teams.ts';
export { FormTeam } from './form-team.ts';
export { TypeormTeamRepository } from './persistence/typeorm-team.repository.ts';
export { teamRow } from './persistence/team.row.ts';
export { TeamController } from './team.controller.ts';
export { TeamRepository } from './team.repository.ts';
