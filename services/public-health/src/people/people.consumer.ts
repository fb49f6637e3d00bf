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

/** Keeps who is employed where, as the registry says. */
@Injectable()
export class PractitionerProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof practitionerChanged>>): Promise<void> {
    await tx.query(
      `insert into practitioner (practitioner_code, institution_code, active_from, active_to) values ($1, $2, $3, $4)
       on conflict (practitioner_code) do update set institution_code = excluded.institution_code,
         active_from = excluded.active_from, active_to = excluded.active_to`,
      [data.practitionerCode, data.institutionCode, data.activeFrom, data.activeTo],
    );
  }
}

/** Keeps which team has promised what to whom: a task shows the team that the resident trusts. */
@Injectable()
export class ContractSignedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof contractSigned>>): Promise<void> {
    await tx.query(
      `insert into contract (contract_id, resident_id, team_code, institution_code, starts_on, ends_on)
       values ($1, $2, $3, $4, $5, $6) on conflict (contract_id) do nothing`,
      [data.contractId, data.residentId, data.teamCode, data.institutionCode, data.startsOn, data.endsOn],
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
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof encounterRecorded>>): Promise<void> {
    await tx.query(
      `insert into last_encounter as known (resident_id, institution_code, happened_on) values ($1, $2, $3)
       on conflict (resident_id) do update set institution_code = excluded.institution_code, happened_on = excluded.happened_on
       where known.happened_on < excluded.happened_on`,
      [data.residentId, data.institutionCode, businessDateOf(data.happenedAt)],
    );
  }
}
