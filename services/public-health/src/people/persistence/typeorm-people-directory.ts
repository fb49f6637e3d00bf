import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownResident } from '../people-directory.ts';

@Injectable()
export class TypeormPeopleDirectory extends PeopleDirectory {
  override async resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null> {
    const [row] = await tx.query<KnownResident[]>(
      `select resident_id as "residentId", birth_date as "birthDate", home_institution_code as "homeInstitutionCode",
         gone_on as "goneOn"
       from resident where resident_id = $1`,
      [residentId],
    );
    return row ?? null;
  }

  override async isEmployed(tx: Tx, practitionerCode: string, on: BusinessDate): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select from practitioner where practitioner_code = $1 and active_from <= $2 and (active_to is null or active_to >= $2)',
      [practitionerCode, on],
    );
    return rows.length > 0;
  }
}
