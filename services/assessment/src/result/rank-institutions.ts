import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { decimal, lastDayOf, Profile, refuse, Refused, type Caller, type DecimalInput, type Uuid } from '@yigongti/kernel';
import { AssessedInstitutions, indicatorRefusals, indicators, isIndicatorCode } from '../indicator/index.ts';
import type { AssessmentProfile } from '../profile.ts';
import { rankPeers, type Place } from './domain/ranking.ts';
import { resultRefusals } from './domain/result-refusals.ts';
import type { Result } from './domain/result.ts';
import { ResultRepository } from './result.repository.ts';

export interface RankedView extends Place {
  /** The score, or the value of the indicator; null without one. */
  readonly value: string | null;
}

export interface RankingView {
  readonly resultId: Uuid;
  readonly period: string;
  readonly resultVersion: number;
  /** Null: by score. */
  readonly indicatorCode: string | null;
  readonly places: readonly RankedView[];
}

interface Basis {
  readonly better: 'UP' | 'DOWN';
  /** What is shown, and what is compared, by institution. */
  readonly shown: ReadonlyMap<string, string | null>;
  readonly exact: ReadonlyMap<string, DecimalInput | null>;
}

/** The ranking of a result, by score or by one indicator (排名通报). It is made of frozen lines, so that it never changes. */
@Injectable()
export class RankInstitutions {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly institutions: AssessedInstitutions,
    private readonly profile: Profile<AssessmentProfile>,
  ) {}

  /** @throws Refused `assessment.result.not-found` or `assessment.indicator.not-found` */
  execute(resultId: Uuid, indicatorCode: string | null, caller: Caller): Promise<RankingView> {
    return this.transactions.run(async (tx) => {
      const result = await this.results.read(tx, resultId);
      if (!result) throw new Refused([refuse(resultRefusals.notFound)]);
      const { better, shown, exact } = basisOf(result, indicatorCode);
      const contenders = result.subjects
        .filter(({ institutionCode }) => shown.has(institutionCode))
        .map((subject) => ({ ...subject, value: exact.get(subject.institutionCode) ?? null }));
      const places = rankPeers(contenders, better).map((place) => ({
        ...place,
        value: shown.get(place.institutionCode) ?? null,
      }));
      const isShared = this.profile.section.rankingShared.valueAt(lastDayOf(result.period));
      const visible = isShared ? null : await this.institutions.visibleTo(tx, caller);
      const { period, resultVersion } = result;
      return {
        ...{ resultId, period, resultVersion, indicatorCode },
        places: places.filter(({ institutionCode }) => visible?.has(institutionCode) ?? true),
      };
    });
  }
}

function basisOf({ scores, indicators: lines }: Result, indicatorCode: string | null): Basis {
  if (indicatorCode === null) {
    const byScore = new Map(scores.map(({ institutionCode, score }) => [institutionCode, score]));
    return { better: 'UP', shown: byScore, exact: byScore };
  }
  if (!isIndicatorCode(indicatorCode)) throw new Refused([refuse(indicatorRefusals.notFound)]);
  const own = lines.filter(({ code }) => code === indicatorCode);
  return {
    better: indicators[indicatorCode].direction,
    shown: new Map(own.map(({ institutionCode, value }) => [institutionCode, value])),
    exact: new Map(
      own.map(({ institutionCode, numerator, denominator, value }) => [
        institutionCode,
        value === null ? null : decimal(numerator).div(denominator),
      ]),
    ),
  };
}
