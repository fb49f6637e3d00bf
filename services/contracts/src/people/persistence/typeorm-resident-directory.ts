import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { ResidentDirectory, type GoneReason, type KnownResident } from '../resident-directory.ts';

interface ResidentRow {
  resident_id: Uuid;
  birth_date: BusinessDate;
  home_institution_code: string;
  gone_on: BusinessDate | null;
  gone_reason: GoneReason | null;
  open_programmes: string[];
}

@Injectable()
export class TypeormResidentDirectory extends ResidentDirectory {
  override async find(tx: Tx, residentId: Uuid): Promise<KnownResident | null> {
    const [row] = await tx.query<ResidentRow[]>(
      `select resident_id, birth_date, home_institution_code, gone_on, gone_reason,
         array(select distinct e.programme from enrolment e where e.resident_id = r.resident_id and e.closed_on is null) as open_programmes
       from resident r where resident_id = $1 for share of r`,
      [residentId],
    );
    return row
      ? {
          residentId: row.resident_id,
          birthDate: row.birth_date,
          homeInstitutionCode: row.home_institution_code,
          goneOn: row.gone_on,
          goneReason: row.gone_reason,
          openProgrammes: row.open_programmes,
        }
      : null;
  }
}
