import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext } from '@yigongti/kernel';
import { reportableInstitutions } from '../institution/index.ts';
import { importStates } from '../source-line/index.ts';
import { practitionerKind, type PractitionerLine } from './practitioner-kind.ts';

/** Loads practitioners (人员导入). */
@Injectable()
export class ImportPractitioners implements LineImport<PractitionerLine> {
  constructor(private readonly ids: Ids) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<PractitionerLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const kind = practitionerKind(await reportableInstitutions(tx, context.caller));
    return importStates(tx, kind, lines.map(({ value }) => value), { context, ids: this.ids });
  }
}
