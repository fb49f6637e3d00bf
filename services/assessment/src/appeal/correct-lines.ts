import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { explainBy, InvariantViolated } from '@yigongti/kernel';
import { isIndicatorCode, quotientOf } from '../indicator/index.ts';
import {
  AssessMonth,
  scoreSteps,
  type Correction,
  type InstitutionScore,
  type Reopening,
  type Result,
  type ResultIndicator,
} from '../result/index.ts';
import { SchemeRepository } from '../scheme/index.ts';
import type { Appeal } from './domain/appeal.ts';

type Corrected = Pick<Reopening, 'scores' | 'indicators' | 'corrections'>;

/**
 * Puts right the lines whose appeals were upheld, and the scores that rest on them. All others stay as they stood: who did not appeal is
 * not judged anew. The county's own line is what was measured and stays.
 */
@Injectable()
export class CorrectLines {
  constructor(
    private readonly assessing: AssessMonth,
    private readonly schemes: SchemeRepository,
  ) {}

  async correct(tx: Tx, result: Result, upheld: readonly Appeal[]): Promise<Corrected> {
    const scheme = await this.schemes.find(tx, result.schemeId);
    if (!scheme) throw new InvariantViolated('assessment.result.no-scheme', `result ${result.resultId} has no scheme`);
    const corrected: ResultIndicator[] = [];
    for (const appeal of upheld) corrected.push(await this.#lineOf(tx, result, appeal));
    const indicators = result.indicators.map((line) => corrected.find((other) => isSameLine(line, other)) ?? line);
    const corrections = upheld.map((appeal, index) => correctionOf(appeal, result, corrected[index]!));
    const codes = [...new Set(upheld.map(({ institutionCode }) => institutionCode))];
    const rescored = this.assessing
      .score(scheme, result.period, { codes, indicators })
      .map((score) => explained(score, corrections));
    return {
      indicators,
      corrections,
      scores: [...result.scores.filter(({ institutionCode }) => !codes.includes(institutionCode)), ...rescored],
    };
  }

  /** As the bureau wrote it, or as the facts now say. */
  async #lineOf(tx: Tx, { period }: Result, { institutionCode, indicatorCode, decided }: Appeal): Promise<ResultIndicator> {
    if (decided?.correction) return lineOf(indicatorCode, institutionCode, decided.correction);
    if (!isIndicatorCode(indicatorCode)) throw new InvariantViolated('assessment.appeal.no-indicator', indicatorCode);
    const measured = await this.assessing.figuresOf(tx, indicatorCode, period);
    const line = measured.find((figure) => figure.institutionCode === institutionCode);
    return line ?? lineOf(indicatorCode, institutionCode, { numerator: '0', denominator: '0' });
  }
}

function lineOf(code: string, institutionCode: string, fraction: { numerator: string; denominator: string }): ResultIndicator {
  return { code, institutionCode, ...fraction, value: quotientOf(fraction) };
}

function isSameLine(a: Pick<ResultIndicator, 'code' | 'institutionCode'>, b: Pick<ResultIndicator, 'code' | 'institutionCode'>) {
  return a.code === b.code && a.institutionCode === b.institutionCode;
}

function correctionOf(
  { appealId, indicatorCode, institutionCode }: Appeal,
  { indicators }: Result,
  after: ResultIndicator,
): Correction {
  const before = indicators.find((line) => isSameLine(line, after))!;
  const fraction = ({ numerator, denominator }: ResultIndicator) => ({ numerator, denominator });
  return { appealId, code: indicatorCode, institutionCode, before: fraction(before), after: fraction(after) };
}

/** The explanation begins with what was put right, and by which appeal. */
function explained(score: InstitutionScore, corrections: readonly Correction[]): InstitutionScore {
  const own = corrections.filter(({ institutionCode }) => institutionCode === score.institutionCode);
  const steps = own.map(({ appealId, code, before, after }) =>
    explainBy(`appeal ${appealId}`)(
      scoreSteps.corrected,
      { indicatorCode: code, numeratorBefore: before.numerator, denominatorBefore: before.denominator, ...after },
      quotientOf(after),
    ),
  );
  return { ...score, steps: [...steps, ...score.steps] };
}
