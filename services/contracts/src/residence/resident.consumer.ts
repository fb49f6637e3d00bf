import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { businessDateOf, Clock, formatInstant, type BusinessDate } from '@yigongti/kernel';
import { causeOf } from '@yigongti/messaging';
import { ContractBook, ContractRepository } from '../contract/index.ts';
import type { GoneReason } from '../people/index.ts';

type ResidentEvent = IncomingEvent<DataOf<typeof residentChanged>>;

/** Keeps the residents, and ends the contracts of those who died, moved away or were merged into another record on that very day (care norm on contract life cycle). */
@Injectable()
export class ResidentProjection {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly book: ContractBook,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: ResidentEvent): Promise<void> {
    const { data } = event;
    const end = endOfResidence(data);
    await tx.query(
      `insert into resident (resident_id, birth_date, home_institution_code, household_id, gone_on, gone_reason)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (resident_id) do update set birth_date = excluded.birth_date,
         home_institution_code = excluded.home_institution_code, household_id = excluded.household_id,
         gone_on = excluded.gone_on, gone_reason = excluded.gone_reason`,
      [data.residentId, data.birthDate, data.homeInstitutionCode, data.householdId, end?.on ?? null, end?.reason ?? null],
    );
    if (end) await this.#endContracts(tx, event, end);
  }

  async #endContracts(tx: Tx, event: ResidentEvent, end: ResidenceEnd): Promise<void> {
    const moment = { ...causeOf(event, formatInstant(this.clock.now())), occurredAt: event.data.occurredAt };
    for (const contract of await this.contracts.findOpenOf(tx, event.data.residentId, end.on)) {
      await this.book.endWithResidence(tx, { contract, ...end }, moment);
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
