import { compareKeys, type Uuid } from '@yigongti/kernel';
import type { Offices } from '../http/offices.ts';
import type { Circle } from './schema.ts';

interface IndicatorRow {
  readonly code: string;
  readonly unit: 'RATIO' | 'YUAN';
  /** Levels of the units that it measures; the county always. */
  readonly appliesTo: readonly string[];
  readonly name: { readonly zh: string; readonly en: string };
}
interface ResultHead {
  readonly resultId: Uuid;
}
interface ResultView {
  readonly scores: readonly { readonly institutionCode: string; readonly score: string; readonly coefficient: string }[];
  readonly indicators: readonly FigureRow[];
}
interface FigureRow {
  readonly code: string;
  readonly institutionCode: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string | null;
}

/** What assessment shows of the frozen month; empty where the play did not come so far. */
export interface ShownAssessment {
  readonly catalogue: readonly IndicatorRow[];
  readonly indicators: Circle['indicators'];
  readonly scores: Circle['scores'];
}

export async function readAssessment(offices: Offices, month: string): Promise<ShownAssessment> {
  const office = offices.of('bureau');
  const catalogue = await office.list<IndicatorRow>('/assessment/v1/indicators');
  const [frozen] = await office.list<ResultHead>(`/assessment/v1/results?period=${month}&state=FROZEN`);
  if (!frozen) return { catalogue, indicators: [], scores: [] };
  const { indicators, scores } = await office.get<ResultView>(`/assessment/v1/results/${frozen.resultId}`);
  const units = new Map(catalogue.map(({ code, unit }) => [code, unit]));
  return {
    catalogue,
    indicators: indicators
      .map((figure) => shown(figure, units.get(figure.code) === 'YUAN'))
      .sort((a, b) => compareKeys(a.code, b.code) || compareKeys(a.institution, b.institution)),
    scores: scores
      .map(({ institutionCode, score, coefficient }) => ({ institution: institutionCode, score, coefficient }))
      .sort((a, b) => compareKeys(a.institution, b.institution)),
  };
}

/** Persons and cases are counted: integers. Yuan are not. */
function shown(
  { code, institutionCode, numerator, denominator, value }: FigureRow,
  inYuan: boolean,
): Circle['indicators'][number] {
  return {
    code,
    institution: institutionCode,
    numerator: inYuan ? numerator : Number(numerator),
    denominator: Number(denominator),
    value,
  };
}
