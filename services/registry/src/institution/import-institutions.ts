import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext } from '@yigongti/kernel';
import { importStates } from '../source-line/index.ts';
import { institutionKind, type InstitutionLine } from './institution-kind.ts';

/** Loads institutions and consortia (机构导入). */
@Injectable()
export class ImportInstitutions implements LineImport<InstitutionLine> {
  constructor(private readonly ids: Ids) {}

  importChunk(tx: Tx, lines: readonly ImportLine<InstitutionLine>[], context: CommandContext): Promise<LineOutcome[]> {
    return importStates(tx, institutionKind, lines.map(({ value }) => value), { context, ids: this.ids });
  }
}
