import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { poolOpened, type OutgoingEvent } from '@yigongti/events';
import { Ids, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { basisOf, packageByFunding } from '../policy/index.ts';
import { openPool, type Pool } from './domain/pool.ts';
import { PoolSources } from './pool-sources.ts';
import { poolView, type PoolView } from './pool-view.ts';
import { PoolRepository } from './pool.repository.ts';

export interface OpenPoolCommand {
  readonly consortiumCode: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly year: number;
  readonly policyId: Uuid;
  /** Day on which the insured are counted; 1 January of the year when absent. */
  readonly countedOn?: BusinessDate;
}

/** Opens the fund pool of a year (建立基金池): the package of the insured by the policy, and its twelve months. */
@Injectable()
export class OpenPool {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: PoolRepository,
    private readonly sources: PoolSources,
    private readonly ids: Ids,
  ) {}

  execute(command: OpenPoolCommand, context: CommandContext): Promise<PoolView> {
    return this.transactions.command(context, async (tx) => {
      const { policyId, consortiumCode, insuranceType, year } = command;
      const policy = await this.sources.find(tx, { policyId, consortiumCode });
      const countedOn = command.countedOn ?? `${year}-01-01`;
      const insuredCount = await this.sources.countInsured(tx, { consortiumCode, insuranceType, on: countedOn });
      const { steps, ...budget } = packageByFunding({ terms: policy.terms.fund, basis: basisOf(policy) }, insuredCount);
      const pool = openPool({
        poolId: this.ids.next(),
        consortiumCode,
        insuranceType,
        year,
        policy: { policyId, insuranceType: policy.terms.insuranceType, year: policy.terms.year },
        countedOn,
        insuredCount,
        budget,
        explanation: steps,
      });
      await this.pools.insert(tx, pool, this.#event(pool, context));
      return poolView(pool);
    });
  }

  #event(pool: Pool, context: CommandContext): OutgoingEvent {
    const { poolId, consortiumCode, insuranceType, year, policyId, insuredCount, budgetFen, packageFen, months } = poolView(pool);
    const { occurredAt, recordedAt } = context;
    return poolOpened.create(
      {
        poolId,
        consortiumCode,
        insuranceType: insuranceType as Pool['insuranceType'],
        year,
        policyId,
        insuredCount,
        budgetFen,
        packageFen,
        months: [...months],
        occurredAt,
        recordedAt,
      },
      eventMeta(context, this.ids.next(), pool.version),
    );
  }
}
