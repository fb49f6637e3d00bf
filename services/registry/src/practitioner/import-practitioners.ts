import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { InstitutionRepository } from '../institution/index.ts';
import type { PractitionerLine } from './practitioner-line.ts';
import { PractitionerRepository } from './practitioner.repository.ts';

/** Loads practitioners (人员导入). */
@Injectable()
export class ImportPractitioners implements LineImport<PractitionerLine> {
  constructor(
    private readonly practitioners: PractitionerRepository,
    private readonly institutions: InstitutionRepository,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<PractitionerLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const reportable = await this.institutions.reportableBy(tx, context.caller);
    return this.practitioners.importLines(
      tx,
      lines.map(({ value }) => value),
      { reportable, context },
    );
  }
}
