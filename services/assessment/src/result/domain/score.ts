import { decimal, Decimal, type DecimalInput, type Explain, type ExplanationStep, type Figure } from '@yigongti/kernel';
import { scoreSteps } from './score-explained.ts';
import { pointsOf, type ScoringRule } from './scoring/points.ts';
import { spreadWeights, type WeightedItem } from './weights.ts';

export interface ScoredItem extends WeightedItem {
  readonly rule: ScoringRule;
}

/** A value as exactly as decimals go, with what the explanation shows of it. */
export interface MeasuredValue {
  readonly value: DecimalInput | null;
  readonly shown: Readonly<Record<string, Figure>>;
}

export interface ScoreTerms {
  /** Decimals of a score. */
  readonly places: number;
  readonly explain: Explain;
}

export interface Score {
  /** Decimal text with exactly `places` decimals. */
  readonly score: string;
  /** Indicators without a value or that do not apply, whose weight went to the others. */
  readonly excludedCodes: readonly string[];
  readonly steps: readonly ExplanationStep[];
}

/** Decimals of points in an explanation; the score is made from the unrounded ones. */
const shownPlaces = 12;

/** Composite score of one institution; null where nothing at all could be measured. An item that was not measured does not apply. */
export function scoreOf(
  items: readonly ScoredItem[],
  measured: ReadonlyMap<string, MeasuredValue>,
  { places, explain }: ScoreTerms,
): Score | null {
  const valueOf = (code: string) => measured.get(code)?.value ?? null;
  const excluded = items.filter(({ indicatorCode }) => valueOf(indicatorCode) === null);
  if (excluded.length === items.length) return null;
  const excludedCodes = excluded.map(({ indicatorCode }) => indicatorCode);
  const weights = spreadWeights(items, new Set(excludedCodes));
  let sum = decimal(0);
  const steps = items.map(({ indicatorCode, weight, rule }) => {
    const figure = measured.get(indicatorCode);
    const given = { indicatorCode, ...figure?.shown, weight: decimal(weight).toFixed() };
    const spread = weights.get(indicatorCode);
    if (!spread) return explain(figure ? scoreSteps.excluded : scoreSteps.notApplicable, given, null);
    const points = pointsOf(rule, spread, valueOf(indicatorCode)!);
    sum = sum.plus(points);
    return explain(
      scoreSteps.points,
      { ...given, spreadWeight: spread.toDecimalPlaces(shownPlaces), ...shownRule(rule) },
      points.toDecimalPlaces(shownPlaces),
    );
  });
  const score = roundScore(sum, places);
  return { score, excludedCodes, steps: [...steps, explain(scoreSteps.score, { items: weights.size }, score)] };
}

function shownRule(rule: ScoringRule): Record<string, Figure> {
  return 'target' in rule ? { scoring: rule.kind, target: decimal(rule.target).toFixed() } : { scoring: rule.kind };
}

/**
 * Half up, once. A sum of quotients that is exactly a half on paper lies up to a few units of the 38th decimal off; rounding to 30 first
 * brings it back, and no other sum is as near to a half: its denominator would have thirty digits.
 */
function roundScore(sum: Decimal, places: number): string {
  return sum.toDecimalPlaces(30).toDecimalPlaces(places).toFixed(places);
}
