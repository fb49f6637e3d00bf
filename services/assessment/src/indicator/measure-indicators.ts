import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { compareKeys, lastDayOf, Profile, refuse, Refused, type Month } from '@yigongti/kernel';
import { figuresSince, indicatorTermsOf, type AssessmentProfile } from '../profile.ts';
import { AssessedInstitutions } from './assessed-institutions.ts';
import type { IndicatorCode } from './domain/indicator-definition.ts';
import { figureOf, type IndicatorFigure } from './domain/indicator-figure.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import { indicators } from './domain/indicators.ts';
import { IndicatorCounts } from './indicator-counts.ts';

export interface Measurement {
  /** Under which the county's own figures stand. */
  readonly rootCode: string;
  readonly subjectCodes: readonly string[];
  /** Of the county and of every subject, by indicator in the order asked for, then by institution. */
  readonly figures: readonly IndicatorFigure[];
  readonly profileVersion: string;
}

/** Measures a month from the facts as they are known in this transaction. */
@Injectable()
export class MeasureIndicators {
  constructor(
    private readonly counts: IndicatorCounts,
    private readonly institutions: AssessedInstitutions,
    private readonly profile: Profile<AssessmentProfile>,
  ) {}

  /** @throws Refused `county-not-projected`, or `before-profile` for a month that the county's figures do not reach back to */
  async measure(tx: Tx, codes: readonly IndicatorCode[], month: Month): Promise<Measurement> {
    const rootCode = await this.institutions.root(tx);
    if (rootCode === null) throw new Refused([refuse(indicatorRefusals.countyUnknown)]);
    const since = figuresSince(this.profile);
    if (lastDayOf(month) < since) throw new Refused([refuse(indicatorRefusals.beforeProfile, { parameters: { since } })]);
    const subjectCodes = await this.institutions.subjects(tx, lastDayOf(month));
    const terms = indicatorTermsOf(this.profile, month);
    const figures: IndicatorFigure[] = [];
    for (const code of codes) {
      const counted = await this.counts.count(tx, code, month, terms);
      const byUnit = new Map(counted.map((row) => [row.unitCode ?? rootCode, row]));
      for (const institutionCode of [rootCode, ...subjectCodes].sort(compareKeys)) {
        const none = { numerator: 0n, denominator: 0n };
        figures.push(figureOf(indicators[code], institutionCode, byUnit.get(institutionCode) ?? none));
      }
    }
    return { rootCode, subjectCodes, figures, profileVersion: this.profile.version };
  }
}
