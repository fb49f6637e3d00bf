import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext, type Uuid } from '@yigongti/kernel';
import { reportableInstitutions } from '../institution/index.ts';
import { importStates } from '../source-line/index.ts';
import { NationalIdVault } from './national-id-vault.ts';
import { householdKey, residentKind, type ResidentLine } from './resident-kind.ts';

/** Registers residents and what changes about them: death, moves, insurance (居民登记). */
@Injectable()
export class ImportResidents implements LineImport<ResidentLine> {
  constructor(
    private readonly vault: NationalIdVault,
    private readonly ids: Ids,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<ResidentLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const residents = lines.map(({ value }) => value);
    const reportable = await reportableInstitutions(tx, context.caller);
    const kind = residentKind({
      reportable,
      households: await this.#households(tx, residents.filter((line) => reportable.has(line.homeInstitutionCode))),
      vault: this.vault,
      recordedAt: context.recordedAt,
    });
    return importStates(tx, kind, residents, { context, ids: this.ids });
  }

  /** Ids of the lines' households, new ones included. */
  async #households(tx: Tx, lines: readonly ResidentLine[]): Promise<Map<string, Uuid>> {
    const named = [...new Map(lines.filter((line) => line.householdNo).map((line) => [householdKey(line), line])).values()];
    const parameters = [named.map((line) => line.homeInstitutionCode), named.map((line) => line.householdNo)];
    await tx.query(
      `insert into household (household_id, home_institution_code, household_no)
       select * from unnest($3::uuid[], $1::text[], $2::text[]) on conflict (home_institution_code, household_no) do nothing`,
      [...parameters, named.map(() => this.ids.next())],
    );
    const rows = await tx.query<{ household_id: Uuid; home_institution_code: string; household_no: string }[]>(
      `select household_id, home_institution_code, household_no from household
       join unnest($1::text[], $2::text[]) asked (home_institution_code, household_no) using (home_institution_code, household_no)`,
      parameters,
    );
    return new Map(
      rows.map((row) => [householdKey({ homeInstitutionCode: row.home_institution_code, householdNo: row.household_no }), row.household_id]),
    );
  }
}
