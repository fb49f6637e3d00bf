import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { refuse, Refused, type Caller, type Instant, type Month } from '@yigongti/kernel';
import { ledger, type AppliedPosition } from '@yigongti/messaging';
import { AssessedInstitutions } from './assessed-institutions.ts';
import type { IndicatorCode, IndicatorUnit } from './domain/indicator-definition.ts';
import type { IndicatorFigure } from './domain/indicator-figure.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import { indicators, isIndicatorCode } from './domain/indicators.ts';
import { IndicatorCounts } from './indicator-counts.ts';
import { MeasureIndicators } from './measure-indicators.ts';

export interface IndicatorValuesQuery {
  readonly code: string;
  readonly period: Month;
  readonly institutionCode?: string;
}

/** How far the facts behind a figure have come. */
export interface Freshness {
  readonly latestFactRecordedAt: Instant | null;
  /** Of the topics that bring the facts. */
  readonly positions: readonly AppliedPosition[];
}

export interface IndicatorValuesView {
  readonly code: IndicatorCode;
  readonly period: Month;
  readonly unit: IndicatorUnit;
  readonly values: readonly Omit<IndicatorFigure, 'code'>[];
  readonly freshness: Freshness;
  readonly profileVersion: string;
}

/** An indicator as the facts stand now; money never uses it, but the frozen result. */
@Injectable()
export class FindIndicatorValues {
  constructor(
    private readonly transactions: Transactions,
    private readonly measuring: MeasureIndicators,
    private readonly counts: IndicatorCounts,
    private readonly institutions: AssessedInstitutions,
  ) {}

  /** @throws Refused `assessment.indicator.not-found` */
  execute({ code, period, institutionCode }: IndicatorValuesQuery, caller: Caller): Promise<IndicatorValuesView> {
    if (!isIndicatorCode(code)) throw new Refused([refuse(indicatorRefusals.notFound)]);
    return this.transactions.run(async (tx) => {
      const { figures, profileVersion } = await this.measuring.measure(tx, [code], period);
      const visible = await this.institutions.visibleTo(tx, caller);
      const values = figures
        .filter((figure) => visible.has(figure.institutionCode))
        .filter((figure) => institutionCode === undefined || figure.institutionCode === institutionCode)
        .map(({ code: _, ...figure }) => figure);
      const freshness = await this.#freshness(tx, code);
      return { code, period, unit: indicators[code].unit, values, freshness, profileVersion };
    });
  }

  async #freshness(tx: Tx, code: IndicatorCode): Promise<Freshness> {
    const { positions } = await ledger(tx);
    return {
      latestFactRecordedAt: await this.counts.latestFact(tx, code),
      positions: positions.filter(({ topic }) => indicators[code].factTopics.includes(topic)),
    };
  }
}
