import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { compareKeys, lastDayOf, Profile, refuse, Refused, type Month } from '@yigongti/kernel';
import { figuresSince, indicatorTermsOf, termsShown, type AssessmentProfile, type TermShown } from '../profile.ts';
import { AssessedInstitutions, type AssessedUnit } from './assessed-institutions.ts';
import type { IndicatorCode, IndicatorDefinition } from './domain/indicator-definition.ts';
import { figureOf, type Counted, type IndicatorFigure } from './domain/indicator-figure.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import type { IndicatorTerms } from './domain/indicator-terms.ts';
import { indicators } from './domain/indicators.ts';
import { IndicatorCounts } from './indicator-counts.ts';

export interface Measurement {
  /** Under which the county's own figures stand. */
  readonly rootCode: string;
  /** Who is assessed, by code. */
  readonly subjects: readonly AssessedUnit[];
  /** Of the county and of every unit that the indicator applies to, by indicator in the order asked for, then by institution. */
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
    const { rootCode, terms } = await this.terms(tx, month);
    const subjects = await this.subjects(tx, month);
    const figures: IndicatorFigure[] = [];
    for (const code of codes) {
      const counted = await this.counts.count(tx, code, month, terms);
      figures.push(...figuresOf(indicators[code], counted, { rootCode, subjects }));
    }
    return { rootCode, subjects, figures, profileVersion: this.profile.version };
  }

  /** The county's figures for one indicator, with their sources. */
  termsShown(code: IndicatorCode, month: Month): TermShown[] {
    return termsShown(this.profile, code, lastDayOf(month));
  }

  /** Who is assessed for a month: who was in service on its last day. */
  subjects(tx: Tx, month: Month): Promise<AssessedUnit[]> {
    return this.institutions.subjects(tx, lastDayOf(month));
  }

  /** What a month is counted by, and under which code the county stands. @throws Refused as `measure` */
  async terms(tx: Tx, month: Month): Promise<{ rootCode: string; terms: IndicatorTerms }> {
    const rootCode = await this.institutions.root(tx);
    if (rootCode === null) throw new Refused([refuse(indicatorRefusals.countyUnknown)]);
    const since = figuresSince(this.profile);
    if (lastDayOf(month) < since) throw new Refused([refuse(indicatorRefusals.beforeProfile, { parameters: { since } })]);
    return { rootCode, terms: indicatorTermsOf(this.profile, month) };
  }
}

const none = { numerator: 0n, denominator: 0n };

/** A unit without facts has a figure without a value; one that the indicator does not apply to has none. */
function figuresOf(
  definition: IndicatorDefinition,
  counted: readonly Counted[],
  { rootCode, subjects }: Pick<Measurement, 'rootCode' | 'subjects'>,
): IndicatorFigure[] {
  const byUnit = new Map(counted.map((row) => [row.unitCode, row]));
  const measured = subjects.filter(({ level }) => definition.appliesTo.includes(level));
  const units = measured.map(({ institutionCode }) => figureOf(definition, institutionCode, byUnit.get(institutionCode) ?? none));
  const county = figureOf(definition, rootCode, byUnit.get(null) ?? none);
  return [county, ...units].sort((a, b) => compareKeys(a.institutionCode, b.institutionCode));
}
