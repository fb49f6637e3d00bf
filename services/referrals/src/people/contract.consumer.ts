import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { contractSigned, contractTerminated, DataOf, IncomingEvent, teamFormed } from '@yigongti/events';
import { NotYet } from '@yigongti/messaging';

/** Keeps the members of contract teams: only a member's referral goes first, not any doctor's of the same institution. */
@Injectable()
export class TeamProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof teamFormed>>): Promise<void> {
    await tx.query(
      `insert into team (team_id, practitioner_codes) values ($1, $2)
       on conflict (team_id) do update set practitioner_codes = excluded.practitioner_codes`,
      [data.teamId, data.members.map((member) => member.practitionerCode)],
    );
  }
}

@Injectable()
export class ContractSignedProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof contractSigned>>[]): Promise<void> {
    // Without its team a contract could be found and give no priority: it waits, so that both are known or neither.
    const teams = [...new Set(events.map(({ data }) => data.teamId))];
    const known = await tx.query<unknown[]>('select 1 from team where team_id = any($1)', [teams]);
    if (known.length < teams.length) throw new NotYet('referrals.team.not-projected');
    await tx.query(
      `insert into contract (contract_id, resident_id, team_id, starts_on, ends_on)
       select "contractId", "residentId", "teamId", "startsOn", "endsOn" from json_to_recordset($1::json)
         as e ("contractId" uuid, "residentId" uuid, "teamId" uuid, "startsOn" date, "endsOn" date)
       on conflict (contract_id) do nothing`,
      [JSON.stringify(events.map(({ data }) => data))],
    );
  }
}

@Injectable()
export class ContractTerminatedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof contractTerminated>>): Promise<void> {
    await tx.query('update contract set terminated_on = $2 where contract_id = $1', [data.contractId, data.terminatedOn]);
  }
}
