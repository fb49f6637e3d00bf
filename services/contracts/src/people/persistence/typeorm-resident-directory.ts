import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import { ResidentDirectory, type KnownResident } from '../resident-directory.ts';

@Injectable()
export class TypeormResidentDirectory extends ResidentDirectory {
  /** In one order, so that two households that share a member do not wait for each other. */
  override async find(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, KnownResident>> {
    const rows = await tx.query<KnownResident[]>(
      `select resident_id as "residentId", birth_date as "birthDate", home_institution_code as "homeInstitutionCode",
         household_id as "householdId", gone_on as "goneOn", gone_reason as "goneReason",
         array(select distinct e.programme from enrolment e where e.resident_id = r.resident_id and e.closed_on is null
           order by e.programme) as "openProgrammes"
       from resident r where resident_id = any($1) order by resident_id for no key update of r`,
      [[...residentIds]],
    );
    return new Map(rows.map((row) => [row.residentId, row]));
  }

  override async isCaredForBy(tx: Tx, residentId: Uuid, institutionCode: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select from resident where resident_id = $1 and home_institution_code in (select institution_subtree($2::text))',
      [residentId, institutionCode],
    );
    return rows.length > 0;
  }
}
