import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, residentChanged } from '@yigongti/events';
import { businessDateOf, Clock, formatInstant, type Uuid } from '@yigongti/kernel';
import { causeOf, lastOfEach } from '@yigongti/messaging';
import { EndCare, type EndOfCare } from './end-care.ts';
import { HandOverCare } from './hand-over-care.ts';

type ResidentEvent = IncomingEvent<DataOf<typeof residentChanged>>;

/** Keeps the residents, ends the care of those who died, moved away or turned out to be somebody else's record, and hands it over inside the county. */
@Injectable()
export class ResidentProjection {
  constructor(
    private readonly ending: EndCare,
    private readonly handing: HandOverCare,
    private readonly clock: Clock,
  ) {}

  async onSet(tx: Tx, events: readonly ResidentEvent[]): Promise<void> {
    const states = lastOfEach(events).map((event) => ({ event, end: endOfCare(event.data) }));
    const homes = await homesOf(
      tx,
      states.map(({ event }) => event.data.residentId),
    );
    const residents = states.map(({ event: { data }, end }) => ({ ...data, goneOn: end?.on ?? null }));
    await tx.query(
      `insert into resident (resident_id, birth_date, home_institution_code, gone_on)
       select "residentId", "birthDate", "homeInstitutionCode", "goneOn" from json_to_recordset($1::json)
         as e ("residentId" uuid, "birthDate" date, "homeInstitutionCode" text, "goneOn" date)
       on conflict (resident_id) do update set birth_date = excluded.birth_date,
         home_institution_code = excluded.home_institution_code, gone_on = excluded.gone_on`,
      [JSON.stringify(residents)],
    );
    for (const { event, end } of states) {
      const { residentId, homeInstitutionCode: to, occurredAt } = event.data;
      const moment = { ...causeOf(event, formatInstant(this.clock.now())), occurredAt };
      const from = homes.get(residentId) ?? to;
      if (end) await this.ending.end(tx, end, moment);
      else if (from !== to) await this.handing.handOver(tx, { residentId, from, to }, moment);
    }
  }
}

/** Who was responsible until now, by resident; holds them, so that whoever plans for them waits. */
async function homesOf(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await tx.query<{ resident_id: Uuid; home: string }[]>(
    'select resident_id, home_institution_code as home from resident where resident_id = any($1) order by resident_id for update',
    [residentIds],
  );
  return new Map(rows.map((row) => [row.resident_id, row.home]));
}

/** State topics tell death, moves and merges as the whole state: the earliest of them ends the care. */
function endOfCare({ residentId, diedOn, movedOutOn, mergedInto, occurredAt }: ResidentEvent['data']): EndOfCare | null {
  const ends: EndOfCare[] = [];
  if (diedOn) ends.push({ residentId, on: diedOn, reason: 'DIED' });
  if (movedOutOn) ends.push({ residentId, on: movedOutOn, reason: 'MOVED_OUT' });
  if (mergedInto) ends.push({ residentId, on: businessDateOf(occurredAt), reason: 'MERGED' });
  return ends.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}
