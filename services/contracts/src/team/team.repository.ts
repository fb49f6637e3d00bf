import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { Team } from './domain/team.ts';

export abstract class TeamRepository {
  abstract find(tx: Tx, teamId: Uuid): Promise<Team | null>;

  /** In order of their ids. */
  abstract findAll(tx: Tx, teamIds: readonly Uuid[]): Promise<Team[]>;

  /** Those of `teamIds` that are specialist teams. */
  abstract specialistTeams(tx: Tx, teamIds: readonly Uuid[]): Promise<Uuid[]>;

  /** @throws Refused `code-taken` */
  abstract insert(tx: Tx, team: Team, event: OutgoingEvent): Promise<void>;
}
