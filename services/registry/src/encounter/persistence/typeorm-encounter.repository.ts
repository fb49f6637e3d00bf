import { Injectable } from '@nestjs/common';
import type { LineOutcome, Tx } from '@yigongti/database';
import { Ids } from '@yigongti/kernel';
import { importStates } from '../../source-line/index.ts';
import type { EncounterLine } from '../encounter-line.ts';
import { EncounterRepository, type EncounterReferences } from '../encounter.repository.ts';
import { encounterStates } from './encounter-states.ts';

@Injectable()
export class TypeormEncounterRepository extends EncounterRepository {
  constructor(private readonly ids: Ids) {
    super();
  }

  override importLines(tx: Tx, lines: readonly EncounterLine[], references: EncounterReferences): Promise<LineOutcome[]> {
    return importStates(tx, encounterStates(references), lines, { context: references.context, ids: this.ids });
  }
}
