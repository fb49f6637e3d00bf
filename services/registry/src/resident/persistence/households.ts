import type { Tx } from '@yigongti/database';
import type { Ids, Uuid } from '@yigongti/kernel';
import type { ResidentLine } from '../resident-line.ts';
import { householdKey } from './resident-states.ts';

/** Ids of the lines' households by `householdKey`, new ones included. */
export async function ensureHouseholds(tx: Tx, lines: readonly ResidentLine[], ids: Ids): Promise<Map<string, Uuid>> {
  const named = [...new Map(lines.filter((line) => line.householdNo).map((line) => [householdKey(line), line])).values()];
  const asked = [named.map((line) => line.homeInstitutionCode), named.map((line) => line.householdNo)];
  await tx.query(
    `insert into household (home_institution_code, household_no, household_id)
     select * from unnest($1::text[], $2::text[], $3::uuid[]) on conflict (home_institution_code, household_no) do nothing`,
    [...asked, named.map(() => ids.next())],
  );
  const rows = await tx.query<{ household_id: Uuid; home_institution_code: string; household_no: string }[]>(
    `select household_id, home_institution_code, household_no from household
     join unnest($1::text[], $2::text[]) asked (home_institution_code, household_no) using (home_institution_code, household_no)`,
    asked,
  );
  return new Map(
    rows.map((row) => [
      householdKey({ homeInstitutionCode: row.home_institution_code, householdNo: row.household_no }),
      row.household_id,
    ]),
  );
}
