import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { Clock, formatInstant, Ids, type BusinessDate } from '@yigongti/kernel';
import { causeOf, eventMeta } from '@yigongti/messaging';
import { terminatedEvent } from './contract-events.ts';
import { ContractRepository } from './contract.repository.ts';
import { terminateContract, type TerminationReason } from './domain/contract.ts';

type ResidentEvent = IncomingEvent<DataOf<typeof residentChanged>>;

/** Keeps the residents, and ends the contracts of those who died or moved away on that very day (care norm on contract life cycle). */
@Injectable()
export class ResidentProjection {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: ResidentEvent): Promise<void> {
    const { data } = event;
    const end = endOfResidence(data);
    await tx.query(
      `insert into resident (resident_id, birth_date, home_institution_code, gone_on) values ($1, $2, $3, $4)
       on conflict (resident_id) do update set birth_date = excluded.birth_date,
         home_institution_code = excluded.home_institution_code, gone_on = excluded.gone_on`,
      [data.residentId, data.birthDate, data.homeInstitutionCode, end?.on ?? null],
    );
    if (end) await this.#endContracts(tx, event, end);
  }

  async #endContracts(tx: Tx, event: ResidentEvent, end: ResidenceEnd): Promise<void> {
    const cause = causeOf(event, formatInstant(this.clock.now()));
    for (const contract of await this.contracts.findOpenOf(tx, event.data.residentId, end.on)) {
      const on = end.on < contract.startsOn ? contract.startsOn : end.on;
      const ended = terminateContract(contract, on, end.reason);
      const times = { occurredAt: event.data.occurredAt, recordedAt: cause.recordedAt };
      await this.contracts.update(
        tx,
        contract,
        ended,
        terminatedEvent(ended, times, eventMeta(cause, this.ids.next(), ended.version)),
      );
    }
  }
}

interface ResidenceEnd {
  readonly on: BusinessDate;
  readonly reason: TerminationReason;
}

/** State topics tell death and moves as dates of the whole state: the earlier one ends the residence. */
function endOfResidence(data: ResidentEvent['data']): ResidenceEnd | null {
  const ends: ResidenceEnd[] = [];
  if (data.diedOn) ends.push({ on: data.diedOn, reason: 'DIED' });
  if (data.movedOutOn) ends.push({ on: data.movedOutOn, reason: 'MOVED_OUT' });
  return ends.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
