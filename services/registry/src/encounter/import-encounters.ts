import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext, type Uuid } from '@yigongti/kernel';
import { reportableInstitutions } from '../institution/index.ts';
import { knownResidents } from '../resident/index.ts';
import { importStates } from '../source-line/index.ts';
import { encounterKind, type EncounterLine } from './encounter-kind.ts';

/** Takes visits, admissions and discharges as hospitals report them (就诊登记). */
@Injectable()
export class ImportEncounters implements LineImport<EncounterLine> {
  constructor(private readonly ids: Ids) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<EncounterLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const encounters = lines.map(({ value }) => value);
    const kind = encounterKind({
      reportable: await reportableInstitutions(tx, context.caller),
      residents: await knownResidents(tx, encounters.map((line): Uuid => line.residentId)),
      recordedAt: context.recordedAt,
    });
    return importStates(tx, kind, encounters, { context, ids: this.ids });
  }
}
