import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import {
  businessDateOf,
  Ids,
  refuse,
  Refused,
  throwIfRefused,
  type CommandContext,
  type Month,
  type Uuid,
} from '@yigongti/kernel';
import { SchemeRepository, type Scheme } from '../scheme/index.ts';
import { AssessMonth } from './assess-month.ts';
import { publicationRules } from './domain/publication-rules.ts';
import { resultRefusals } from './domain/result-refusals.ts';
import { publishResult } from './domain/result.ts';
import { publishedEvent } from './result-events.ts';
import { everything, nothingYet, resultView, type ResultView } from './result-view.ts';
import { ResultRepository } from './result.repository.ts';

export interface PublishResultCommand {
  readonly period: Month;
  readonly schemeId: Uuid;
}

/** Computes, stores and publishes the result of a month (公布考核结果). */
@Injectable()
export class PublishResult {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly schemes: SchemeRepository,
    private readonly assessing: AssessMonth,
    private readonly ids: Ids,
  ) {}

  execute({ period, schemeId }: PublishResultCommand, context: CommandContext): Promise<ResultView> {
    return this.transactions.command(context, async (tx) => {
      await this.#refuseSecond(tx, period);
      const scheme = await this.#schemeFor(tx, period, schemeId, context);
      const result = publishResult({
        ...(await this.assessing.assess(tx, scheme, period)),
        resultId: this.ids.next(),
        period,
        schemeId,
        publishedAt: context.occurredAt,
      });
      await this.results.insert(tx, result, publishedEvent(result, context, this.ids.next()));
      return resultView(result, nothingYet, everything);
    });
  }

  /** One result a period: who asks again is told which. */
  async #refuseSecond(tx: Tx, period: Month): Promise<void> {
    const taken = await this.results.holdPeriod(tx, period);
    if (!taken) return;
    const { resultId, state } = taken;
    throw new Refused([refuse(resultRefusals.periodTaken, { pointer: '/period', parameters: { resultId, state } })]);
  }

  async #schemeFor(tx: Tx, period: Month, schemeId: Uuid, { occurredAt }: CommandContext): Promise<Scheme> {
    const scheme = await this.schemes.find(tx, schemeId);
    const facts = { period, on: businessDateOf(occurredAt), schemeValidFrom: scheme?.validFrom ?? null };
    throwIfRefused(publicationRules.map((rule) => rule(facts)));
    return scheme!;
  }
}
