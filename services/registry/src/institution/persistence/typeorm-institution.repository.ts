import { Injectable } from '@nestjs/common';
import { visibleSql, type LineOutcome, type Tx } from '@yigongti/database';
import { Ids, type Caller, type CommandContext } from '@yigongti/kernel';
import { importStates } from '../../source-line/index.ts';
import type { InstitutionLine } from '../institution-line.ts';
import type { InstitutionFilter, InstitutionView } from '../institution-view.ts';
import { InstitutionRepository } from '../institution.repository.ts';
import { institutionStates } from './institution-states.ts';
import { institutionRow, type InstitutionRow } from './institution.row.ts';

@Injectable()
export class TypeormInstitutionRepository extends InstitutionRepository {
  constructor(private readonly ids: Ids) {
    super();
  }

  override importLines(tx: Tx, lines: readonly InstitutionLine[], context: CommandContext): Promise<LineOutcome[]> {
    return importStates(tx, institutionStates, lines, { context, ids: this.ids });
  }

  override async find(tx: Tx, institutionCode: string): Promise<InstitutionView | null> {
    const row = await tx.findOne(institutionRow, { where: { institutionCode } });
    return row && toView(row);
  }

  override async list(tx: Tx, filter: InstitutionFilter): Promise<InstitutionView[]> {
    const rows = await tx
      .createQueryBuilder(institutionRow, 'institution')
      .where('(:level::text is null or level = :level)', { level: filter.level ?? null })
      .andWhere('(:kind::text is null or kind = :kind)', { kind: filter.kind ?? null })
      .andWhere('(:parent::text is null or parent_code = :parent)', { parent: filter.parentCode ?? null })
      .andWhere('(:consortium::text is null or consortium_code = :consortium)', { consortium: filter.consortiumCode ?? null })
      .andWhere('(:after::text is null or code > :after)', { after: filter.after })
      .orderBy('institution.institutionCode')
      .limit(filter.limit + 1)
      .getMany();
    return rows.map(toView);
  }

  override async reportableBy(tx: Tx, caller: Caller): Promise<Set<string>> {
    const rows = await tx.query<{ code: string }[]>(`select code from institution where ${visibleSql(caller, 'code', 1)}`, [
      caller.institutionCode,
    ]);
    return new Set(rows.map((row) => row.code));
  }
}

function toView({ sourceVersion, digest, occurredAt, recordedAt, ...row }: InstitutionRow): InstitutionView {
  return { ...row, allowedActions: [] };
}
