import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { InstitutionRepository } from '../institution/index.ts';
import { ResidentRepository } from '../resident/index.ts';
import type { EncounterLine } from './encounter-line.ts';
import { EncounterRepository } from './encounter.repository.ts';

/** Takes visits, admissions and discharges as hospitals report them (就诊登记). */
@Injectable()
export class ImportEncounters implements LineImport<EncounterLine> {
  constructor(
    private readonly encounters: EncounterRepository,
    private readonly institutions: InstitutionRepository,
    private readonly residents: ResidentRepository,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<EncounterLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const encounters = lines.map(({ value }) => value);
    const reportable = await this.institutions.reportableBy(tx, context.caller);
    const residents = await this.residents.registered(
      tx,
      encounters.map((line) => line.residentId),
    );
    return this.encounters.importLines(tx, encounters, { reportable, residents, context });
  }
}
