import { Injectable } from '@nestjs/common';
import { insertStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import { teamRefusals } from '../domain/team-refusals.ts';
import type { Team } from '../domain/team.ts';
import { TeamRepository } from '../team.repository.ts';
import { toRow, toTeam } from './team.mapper.ts';
import { teamRow } from './team.row.ts';

@Injectable()
export class TypeormTeamRepository extends TeamRepository {
  override async find(tx: Tx, teamId: Uuid): Promise<Team | null> {
    const row = await tx.findOne(teamRow, { where: { teamId } });
    return row ? toTeam(row) : null;
  }

  override async findAll(tx: Tx, teamIds: readonly Uuid[]): Promise<Team[]> {
    const rows = await tx.find(teamRow, { where: { teamId: In([...teamIds]) }, order: { teamId: 'ASC' } });
    return rows.map(toTeam);
  }

  override async specialistTeams(tx: Tx, teamIds: readonly Uuid[]): Promise<Uuid[]> {
    const rows = await tx.find(teamRow, {
      where: { teamId: In([...teamIds]), kind: 'SPECIALIST_TEAM' },
      order: { teamId: 'ASC' },
    });
    return rows.map((row) => row.teamId);
  }

  override async insert(tx: Tx, team: Team, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(teamRow, toRow(team)), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'team_code_is_unique') throw error;
      throw new Refused([refuse(teamRefusals.codeTaken, { pointer: '/teamCode' })]);
    }
  }
}
