import { Injectable } from '@nestjs/common';
import type { LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext, type Uuid } from '@yigongti/kernel';
import { In } from 'typeorm';
import { importStates } from '../../source-line/index.ts';
import { NationalIdVault } from '../national-id-vault.ts';
import type { ResidentLine } from '../resident-line.ts';
import type { ResidentView } from '../resident-view.ts';
import { ResidentRepository } from '../resident.repository.ts';
import { ensureHouseholds } from './households.ts';
import { residentStates } from './resident-states.ts';
import { toView } from './resident.mapper.ts';
import { residentRow } from './resident.row.ts';

@Injectable()
export class TypeormResidentRepository extends ResidentRepository {
  constructor(
    private readonly vault: NationalIdVault,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async importLines(
    tx: Tx,
    lines: readonly ResidentLine[],
    { reportable, context }: { readonly reportable: ReadonlySet<string>; readonly context: CommandContext },
  ): Promise<LineOutcome[]> {
    const ours = lines.filter((line) => reportable.has(line.homeInstitutionCode));
    const households = await ensureHouseholds(tx, ours, this.ids);
    const states = residentStates({ reportable, households, vault: this.vault, recordedAt: context.recordedAt });
    return importStates(tx, states, lines, { context, ids: this.ids });
  }

  override async find(tx: Tx, residentId: Uuid): Promise<ResidentView | null> {
    const row = await tx.findOne(residentRow, { where: { residentId } });
    return row && toView(row, this.vault);
  }

  override async registered(tx: Tx, residentIds: readonly Uuid[]): Promise<Set<Uuid>> {
    const rows = await tx.query<{ resident_id: Uuid }[]>('select resident_id from resident where resident_id = any($1)', [
      [...new Set(residentIds)],
    ]);
    return new Set(rows.map((row) => row.resident_id));
  }

  override async findByNationalIds(tx: Tx, nationalIds: readonly string[]): Promise<Map<string, Uuid>> {
    const idByIndex = new Map(nationalIds.flatMap((id) => this.vault.blindIndexes(id).map(({ value }) => [value, id] as const)));
    const rows = await tx.find(residentRow, {
      select: { residentId: true, blindIndex: true },
      where: { blindIndex: In([...idByIndex.keys()]) },
    });
    return new Map(rows.map((row) => [idByIndex.get(row.blindIndex)!, row.residentId]));
  }
}
