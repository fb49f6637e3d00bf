import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { InstitutionRepository } from '../institution/index.ts';
import type { ResidentLine } from './resident-line.ts';
import { ResidentRepository } from './resident.repository.ts';

/** Registers residents and what changes about them: death, moves, insurance (居民登记). */
@Injectable()
export class ImportResidents implements LineImport<ResidentLine> {
  constructor(
    private readonly residents: ResidentRepository,
    private readonly institutions: InstitutionRepository,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<ResidentLine>[], context: CommandContext): Promise<LineOutcome[]> {
    const reportable = await this.institutions.reportableBy(tx, context.caller);
    return this.residents.importLines(
      tx,
      lines.map(({ value }) => value),
      { reportable, context },
    );
  }
}
