import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { Clock, formatInstant, refuse, Refused, type Caller, type Instant, type Month } from '@yigongti/kernel';
import { ledger, type AppliedPosition } from '@yigongti/messaging';
import type { TermShown } from '../profile.ts';
import { AssessedInstitutions } from './assessed-institutions.ts';
import type { IndicatorCode, IndicatorDefinition, IndicatorUnit } from './domain/indicator-definition.ts';
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

/** How far one topic has been taken here. */
export interface TopicFreshness {
  readonly topic: string;
  /** When the latest of its facts that the indicator counts was recorded by its owner; null without facts. */
  readonly latestRecordedAt: Instant | null;
  /** Last record taken of each partition. */
  readonly positions: readonly Omit<AppliedPosition, 'topic'>[];
}

export interface Freshness {
  /** The moment that was counted. */
  readonly asOf: Instant;
  readonly sources: readonly TopicFreshness[];
}

export interface IndicatorValuesView {
  readonly code: IndicatorCode;
  readonly period: Month;
  readonly unit: IndicatorUnit;
  readonly values: readonly Omit<IndicatorFigure, 'code'>[];
  readonly definition: IndicatorDefinition;
  /** What the county sets where the definition leaves it open. */
  readonly terms: readonly TermShown[];
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
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `assessment.indicator.not-found` */
  execute({ code, period, institutionCode }: IndicatorValuesQuery, caller: Caller): Promise<IndicatorValuesView> {
    const definition = definitionOf(code);
    return this.transactions.run(async (tx) => {
      const { figures, profileVersion } = await this.measuring.measure(tx, [definition.code], period);
      const visible = await this.institutions.visibleTo(tx, caller);
      const values = figures
        .filter((figure) => visible.has(figure.institutionCode))
        .filter((figure) => institutionCode === undefined || figure.institutionCode === institutionCode)
        .map(({ code: _, ...figure }) => figure);
      const terms = this.measuring.termsShown(definition.code, period);
      const freshness = await this.#freshness(tx, definition);
      return { code: definition.code, period, unit: definition.unit, values, definition, terms, freshness, profileVersion };
    });
  }

  async #freshness(tx: Tx, { code, factTopics }: IndicatorDefinition): Promise<Freshness> {
    const { positions } = await ledger(tx);
    const latest = await this.counts.latestFacts(tx, code);
    const sources = factTopics.map((topic) => ({
      topic,
      latestRecordedAt: latest.get(topic) ?? null,
      positions: positions.filter((position) => position.topic === topic).map(({ partition, offset }) => ({ partition, offset })),
    }));
    return { asOf: formatInstant(this.clock.now()), sources };
  }
}

/** @throws Refused `assessment.indicator.not-found` */
export function definitionOf(code: string): IndicatorDefinition {
  if (!isIndicatorCode(code)) throw new Refused([refuse(indicatorRefusals.notFound)]);
  return indicators[code];
}
