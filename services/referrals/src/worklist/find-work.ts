import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions } from '@yigongti/database';
import { formatInstant, refuse, Refused, type Caller, type Instant, type RefusalDefinition } from '@yigongti/kernel';
import { workListParameters, workListQuery, type WorkFilter, type WorkPlace, type WorkRow } from './worklist-query.ts';

export const worklistRefusals = {
  notFound: {
    code: 'referrals.worklist.not-found',
    kind: 'not-found',
    titleZh: '机构不存在或无权查看其工作列表',
    titleEn: 'There is no such institution, or its work list is not yours to see',
  },
} as const satisfies Record<string, RefusalDefinition>;

/** One line of a work list; plain JSON. */
export interface WorkItemView extends Omit<WorkRow, 'queueRank' | 'dueAt'> {
  readonly dueAt: Instant | null;
}

export interface PlacedWork {
  readonly view: WorkItemView;
  readonly place: WorkPlace;
}

/** The work lists of an institution and its departments, for itself and whoever stands above it. */
@Injectable()
export class FindWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly tree: InstitutionTree,
  ) {}

  /**
   * In the order in which it is to be done; one more than `limit` when there is more.
   * @throws Refused `not-found`, also for an institution that the caller may not see
   */
  list(filter: WorkFilter, after: WorkPlace | null, caller: Caller): Promise<PlacedWork[]> {
    return this.transactions.run(async (tx) => {
      const known = await this.tree.find(tx, filter.institutionCode);
      if (!known || !(await this.tree.sees(tx, caller, filter.institutionCode)))
        throw new Refused([refuse(worklistRefusals.notFound)]);
      const rows = await tx.query<WorkRow[]>(workListQuery(filter.list), workListParameters(filter, after));
      return rows.map(placed);
    });
  }
}

function placed({ queueRank, dueAt, ...row }: WorkRow): PlacedWork {
  const { waitsSince, itemId } = row;
  const view = {
    ...row,
    waitsSince: formatInstant(new Date(waitsSince)),
    dueAt: dueAt === null ? null : formatInstant(new Date(dueAt)),
  };
  return { view, place: { queueRank, waitsSince, itemId } };
}
