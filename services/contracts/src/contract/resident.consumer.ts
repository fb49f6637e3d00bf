import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { businessDateOf, Clock, formatInstant, Ids, type BusinessDate } from '@yigongti/kernel';
import { causeOf, eventMeta } from '@yigongti/messaging';
import type { GoneReason } from '../people/index.ts';
import { terminatedEvent } from './contract-events.ts';
import { ContractRepository } from './contract.repository.ts';
import { endWithResidence } from './domain/contract.ts';

type ResidentEvent = IncomingEvent<DataOf<typeof residentChanged>>;

/** Keeps the residents, and ends the contracts of those who died, moved away or were merged into another record on that very day (care norm on contract life cycle). */
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
      `insert into resident (resident_id, birth_date, home_institution_code, gone_on, gone_reason) values ($1, $2, $3, $4, $5)
       on conflict (resident_id) do update set birth_date = excluded.birth_date,
         home_institution_code = excluded.home_institution_code, gone_on = excluded.gone_on, gone_reason = excluded.gone_reason`,
      [data.residentId, data.birthDate, data.homeInstitutionCode, end?.on ?? null, end?.reason ?? null],
    );
    if (end) await this.#endContracts(tx, event, end);
  }

  async #endContracts(tx: Tx, event: ResidentEvent, end: ResidenceEnd): Promise<void> {
    const cause = causeOf(event, formatInstant(this.clock.now()));
    for (const contract of await this.contracts.findOpenOf(tx, event.data.residentId, end.on)) {
      const ended = endWithResidence(contract, end.on, end.reason);
      if (!ended) continue;
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
  readonly reason: GoneReason;
}

/** State topics tell death, moves and merges as the whole state: the earliest of them ends the residence. */
function endOfResidence(data: ResidentEvent['data']): ResidenceEnd | null {
  const ends: ResidenceEnd[] = [];
  if (data.diedOn) ends.push({ on: data.diedOn, reason: 'DIED' });
  if (data.movedOutOn) ends.push({ on: data.movedOutOn, reason: 'MOVED_OUT' });
  if (data.mergedInto) ends.push({ on: businessDateOf(data.occurredAt), reason: 'MERGED' });
  return ends.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
