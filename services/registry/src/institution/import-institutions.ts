import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import type { InstitutionLine } from './institution-line.ts';
import { InstitutionRepository } from './institution.repository.ts';

/** Loads institutions and consortia (机构导入). */
@Injectable()
export class ImportInstitutions implements LineImport<InstitutionLine> {
  constructor(private readonly institutions: InstitutionRepository) {}

  importChunk(tx: Tx, lines: readonly ImportLine<InstitutionLine>[], context: CommandContext): Promise<LineOutcome[]> {
    return this.institutions.importLines(
      tx,
      lines.map(({ value }) => value),
      context,
    );
  }
}
