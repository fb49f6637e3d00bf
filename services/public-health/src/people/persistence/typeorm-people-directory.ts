import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownCare, type KnownResident } from '../people-directory.ts';

@Injectable()
export class TypeormPeopleDirectory extends PeopleDirectory {
  override async resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null> {
    return (await this.residents(tx, [residentId])).get(residentId) ?? null;
  }

  override async residents(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, KnownResident>> {
    const rows = await tx.query<KnownResident[]>(
      `select resident_id as "residentId", birth_date as "birthDate", home_institution_code as "homeInstitutionCode",
         gone_on as "goneOn"
       from resident where resident_id = any($1) order by resident_id for share`,
      [[...new Set(residentIds)]],
    );
    return new Map(rows.map((row) => [row.residentId, row]));
  }

  override async institutionOf(tx: Tx, practitionerCode: string): Promise<string | null> {
    const [row] = await tx.query<{ institution_code: string }[]>(
      'select institution_code from practitioner where practitioner_code = $1',
      [practitionerCode],
    );
    return row?.institution_code ?? null;
  }

  override async isEmployed(tx: Tx, practitionerCode: string, on: BusinessDate): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select from practitioner where practitioner_code = $1 and active_from <= $2 and (active_to is null or active_to >= $2)',
      [practitionerCode, on],
    );
    return rows.length > 0;
  }

  override async careOf(tx: Tx, residentIds: readonly Uuid[], on: BusinessDate): Promise<ReadonlyMap<Uuid, KnownCare>> {
    const rows = await tx.query<(KnownCare & { residentId: Uuid })[]>(
      `select asked as "residentId", l.happened_on as "lastEncounterOn", (
         select c.team_code from contract c where c.resident_id = asked and c.starts_on <= $2 and c.ends_on >= $2
           and (c.terminated_on is null or c.terminated_on > $2) limit 1) as "teamCode"
       from unnest($1::uuid[]) asked left join last_encounter l on l.resident_id = asked`,
      [[...new Set(residentIds)], on],
    );
    return new Map(rows.map(({ residentId, teamCode, lastEncounterOn }) => [residentId, { teamCode, lastEncounterOn }]));
  }
}
