import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownContract, type KnownPractitioner, type KnownResident } from '../people-directory.ts';

const residentById = `
  select resident_id as "residentId", home_institution_code as "homeInstitutionCode", died_on as "diedOn", merged_into as "mergedInto"
  from resident where resident_id = $1`;

@Injectable()
export class TypeormPeopleDirectory extends PeopleDirectory {
  override async resident(tx: Tx, residentId: Uuid): Promise<KnownResident | null> {
    const [row] = await tx.query<KnownResident[]>(residentById, [residentId]);
    return row ?? null;
  }

  override async holdResident(tx: Tx, residentId: Uuid): Promise<KnownResident | null> {
    const [row] = await tx.query<KnownResident[]>(`${residentById} for share`, [residentId]);
    return row ?? null;
  }

  override async practitioner(tx: Tx, practitionerCode: string): Promise<KnownPractitioner | null> {
    const [row] = await tx.query<KnownPractitioner[]>(
      `select practitioner_code as "practitionerCode", institution_code as "institutionCode", active_from as "activeFrom",
         active_to as "activeTo"
       from practitioner where practitioner_code = $1`,
      [practitionerCode],
    );
    return row ?? null;
  }

  override async contractInForce(tx: Tx, residentId: Uuid, on: BusinessDate): Promise<KnownContract | null> {
    const [row] = await tx.query<KnownContract[]>(
      `select contract_id as "contractId", practitioner_codes as "teamPractitionerCodes"
       from contract join team using (team_id)
       where resident_id = $1 and starts_on <= $2 and $2 <= ends_on and (terminated_on is null or $2 < terminated_on)
       order by starts_on desc limit 1`,
      [residentId, on],
    );
    return row ?? null;
  }

  override async admittedResident(tx: Tx, institutionCode: string, encounterNo: string): Promise<Uuid | null> {
    const [row] = await tx.query<{ resident_id: Uuid }[]>(
      `select resident_id from admission where institution_code = $1 and source_no = $2
       union all
       select resident_id from admission where institution_code = $1 and admission_no = $2
       limit 1`,
      [institutionCode, encounterNo],
    );
    return row?.resident_id ?? null;
  }
}
