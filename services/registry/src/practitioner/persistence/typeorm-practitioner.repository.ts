import { Injectable } from '@nestjs/common';
import type { LineOutcome, Tx } from '@yigongti/database';
import { Ids, type CommandContext } from '@yigongti/kernel';
import { importStates } from '../../source-line/index.ts';
import type { PractitionerLine } from '../practitioner-line.ts';
import type { PractitionerFilter, PractitionerView } from '../practitioner-view.ts';
import { PractitionerRepository } from '../practitioner.repository.ts';
import { practitionerStates } from './practitioner-states.ts';
import { practitionerRow, type PractitionerRow } from './practitioner.row.ts';

@Injectable()
export class TypeormPractitionerRepository extends PractitionerRepository {
  constructor(private readonly ids: Ids) {
    super();
  }

  override importLines(
    tx: Tx,
    lines: readonly PractitionerLine[],
    { reportable, context }: { readonly reportable: ReadonlySet<string>; readonly context: CommandContext },
  ): Promise<LineOutcome[]> {
    return importStates(tx, practitionerStates(reportable), lines, { context, ids: this.ids });
  }

  override async find(tx: Tx, practitionerCode: string): Promise<PractitionerView | null> {
    const row = await tx.findOne(practitionerRow, { where: { practitionerCode } });
    return row && toView(row);
  }

  override async list(tx: Tx, filter: PractitionerFilter): Promise<PractitionerView[]> {
    const rows = await tx
      .createQueryBuilder(practitionerRow, 'practitioner')
      .where('(:institution::text is null or institution_code = :institution)', { institution: filter.institutionCode ?? null })
      .andWhere('(:role::text is null or role = :role)', { role: filter.role ?? null })
      .andWhere('(:after::text is null or practitioner_code > :after)', { after: filter.after })
      .orderBy('practitioner.practitionerCode')
      .limit(filter.limit + 1)
      .getMany();
    return rows.map(toView);
  }
}

function toView({ sourceVersion, digest, occurredAt, recordedAt, ...row }: PractitionerRow): PractitionerView {
  return { ...row, allowedActions: [] };
}
