import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type {
  contractSigned,
  contractTerminated,
  DataOf,
  encounterRecorded,
  IncomingEvent,
  practitionerChanged,
} from '@yigongti/events';
import { businessDateOf } from '@yigongti/kernel';
import { lastOfEach } from '@yigongti/messaging';

/** Keeps who is employed where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof practitionerChanged>>[]): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, active_from, active_to)
       select "practitionerCode", "institutionCode", "activeFrom", "activeTo" from json_to_recordset($1::json)
         as e ("practitionerCode" text, "institutionCode" text, "activeFrom" date, "activeTo" date)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [JSON.stringify(lastOfEach(events).map(({ data }) => data))],
    );
  }
}

/** Keeps which team has promised what to whom: a task shows the team that the resident trusts. */
@Injectable()
export class ContractSignedProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof contractSigned>>[]): Promise<void> {
    await tx.query(
      `insert into contract (contract_id, resident_id, team_code, institution_code, leader_practitioner_code, starts_on, ends_on)
       select "contractId", "residentId", "teamCode", "institutionCode", "leaderPractitionerCode", "startsOn", "endsOn" from json_to_recordset($1::json)
         as e ("contractId" uuid, "residentId" uuid, "teamCode" text, "institutionCode" text,
           "leaderPractitionerCode" text, "startsOn" date, "endsOn" date)
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

/** Keeps the last day on which anybody in the county saw the resident: a task for somebody long unseen is the more urgent. */
@Injectable()
export class EncounterProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof encounterRecorded>>[]): Promise<void> {
    const seen = events.map(({ data }) => ({ ...data, happenedOn: businessDateOf(data.happenedAt) }));
    await tx.query(
      `insert into last_encounter as known (resident_id, institution_code, happened_on)
       select distinct on ("residentId") "residentId", "institutionCode", "happenedOn" from rows from (json_to_recordset($1::json)
         as ("residentId" uuid, "institutionCode" text, "happenedOn" date)) with ordinality
         e ("residentId", "institutionCode", "happenedOn", n)
       order by "residentId", "happenedOn" desc, n
       on conflict (resident_id) do update set institution_code = excluded.institution_code, happened_on = excluded.happened_on
       where known.happened_on < excluded.happened_on`,
      [JSON.stringify(seen)],
    );
  }
}
