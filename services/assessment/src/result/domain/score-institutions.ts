import { decimal, explainBy } from '@yigongti/kernel';
import { linkageOf, type CoefficientTable } from './coefficient.ts';
import type { InstitutionScore, ResultIndicator } from './result.ts';
import { scoreSteps } from './score-explained.ts';
import { scoreOf, type MeasuredValue, type ScoredItem } from './score.ts';

export interface ScoringTerms {
  readonly items: readonly ScoredItem[];
  /** Decimals of a score. */
  readonly scorePlaces: number;
  readonly table: CoefficientTable;
  /** `CHANGLE-MONTH@1`: stands in every step. */
  readonly scheme: string;
  readonly profileVersion: string;
}

/** Scores each institution by its own indicators; who has no value at all is left out. */
export function scoreInstitutions(
  institutionCodes: readonly string[],
  indicators: readonly ResultIndicator[],
  terms: ScoringTerms,
): InstitutionScore[] {
  return institutionCodes.flatMap((institutionCode) => {
    const own = indicators.filter((indicator) => indicator.institutionCode === institutionCode);
    return scoreInstitution(institutionCode, own, terms) ?? [];
  });
}

function scoreInstitution(
  institutionCode: string,
  indicators: readonly ResultIndicator[],
  { items, scorePlaces, table, scheme, profileVersion }: ScoringTerms,
): InstitutionScore | null {
  const measured = new Map(indicators.map((indicator) => [indicator.code, measuredValue(indicator)]));
  const composite = scoreOf(items, measured, { places: scorePlaces, explain: explainBy(`scheme ${scheme}`) });
  if (!composite) return null;
  const { score, excludedCodes, steps } = composite;
  const { coefficient, rectification, rowFrom } = linkageOf(score, table);
  const linkage = explainBy(`profile ${profileVersion}`)(scoreSteps.coefficient, { score, rowFrom, rectification }, coefficient);
  return { institutionCode, score, coefficient, rectification, excludedCodes, steps: [...steps, linkage] };
}

/** The quotient is taken anew: the value that is shown has been rounded. */
function measuredValue({ numerator, denominator, value }: ResultIndicator): MeasuredValue {
  const exact = value === null ? null : decimal(numerator).div(denominator);
  return { value: exact, shown: { numerator, denominator, value } };
}
