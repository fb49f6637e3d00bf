import { Injectable } from '@nestjs/common';
import { Transactions, visibleSql } from '@yigongti/database';
import { formatInstant, type Caller } from '@yigongti/kernel';
import type { EncounterFilter, EncounterView } from './encounter-view.ts';

type EncounterColumns = Omit<EncounterView, 'happenedAt' | 'allowedActions'> & { readonly happenedAt: Date };

@Injectable()
export class FindEncounters {
  constructor(private readonly transactions: Transactions) {}

  /** In order of reporting, as far as the caller may see; one more than `limit` when there is more. */
  list(filter: EncounterFilter, caller: Caller): Promise<EncounterView[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<EncounterColumns[]>(
        `select encounter_id as "encounterId", institution_code as "institutionCode", source_no as "sourceNo",
           resident_id as "residentId", kind, happened_at as "happenedAt", diagnosis_codes as "diagnosisCodes",
           admission_no as "admissionNo", out_of_county as "outOfCounty", practitioner_code as "practitionerCode", version
         from encounter
         where ${visibleSql(caller, 'institution_code', 1)}
           and ($2::text is null or institution_code = $2) and ($3::uuid is null or resident_id = $3)
           and ($4::text is null or kind = $4) and ($5::uuid is null or encounter_id > $5)
         order by encounter_id limit $6`,
        [
          caller.institutionCode,
          filter.institutionCode ?? null,
          filter.residentId ?? null,
          filter.kind ?? null,
          filter.after,
          filter.limit + 1,
        ],
      );
      return rows.map((row) => ({ ...row, happenedAt: formatInstant(row.happenedAt), allowedActions: [] }));
    });
  }
}
