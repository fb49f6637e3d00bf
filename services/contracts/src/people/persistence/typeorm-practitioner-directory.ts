import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { BusinessDate } from '@yigongti/kernel';
import { PractitionerDirectory } from '../practitioner-directory.ts';

@Injectable()
export class TypeormPractitionerDirectory extends PractitionerDirectory {
  override async institutionOf(tx: Tx, practitionerCode: string): Promise<string | null> {
    const [row] = await tx.query<{ institution_code: string }[]>(
      'select institution_code from practitioner where practitioner_code = $1',
      [practitionerCode],
    );
    return row?.institution_code ?? null;
  }

  override async rolesOn(tx: Tx, codes: readonly string[], on: BusinessDate): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ practitioner_code: string; role: string }[]>(
      `select practitioner_code, role from practitioner
       where practitioner_code = any($1) and active_from <= $2 and (active_to is null or active_to >= $2)`,
      [[...codes], on],
    );
    return new Map(rows.map((row) => [row.practitioner_code, row.role]));
  }
}
