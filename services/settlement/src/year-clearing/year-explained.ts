import { decimal, explainBy, type ExplainedRule, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import { pointValueYuan, roundingOf } from '../run/index.ts';
import type { YearClearing, YearStatement } from './domain/year.ts';
import { partsOf } from './share-out-year.ts';

export const yearSteps = {
  points: { rule: 'settlement.year.points', titleZh: '全年分值', titleEn: 'Points of the year' },
  share: { rule: 'settlement.year.share', titleZh: '按全年分值分配', titleEn: 'Share of the package by points' },
  coefficient: { rule: 'settlement.year.coefficient', titleZh: '年度考核系数', titleEn: 'Coefficient of the assessment' },
  due: { rule: 'settlement.year.due', titleZh: '全年应付', titleEn: 'Due for the year' },
  withheld: { rule: 'settlement.year.withheld', titleZh: '考核扣留', titleEn: 'Kept back by the assessment' },
  paid: { rule: 'settlement.year.paid', titleZh: '各月已付', titleEn: 'Paid by the clearings of the months' },
  clearing: { rule: 'settlement.year.clearing', titleZh: '清算金额', titleEn: 'Due less paid; below zero it is recovered' },
  parts: { rule: 'settlement.year.parts', titleZh: '清算金额构成', titleEn: 'What the payment is made of' },
} as const satisfies Record<string, ExplainedRule>;

export interface AskedYear {
  readonly institutionCode: string;
  /** `policy CHANGLE-RESIDENT-2026@1` */
  readonly policyBasis: string;
  /** `assessment result 2026@1`, `cleared months of 2026`, or why none decides. */
  readonly assessmentBasis: string;
}

/** How a line of a year was made: from clearing and lines, none of which ever changes. */
export function explainYear(clearing: YearClearing, lines: readonly YearStatement[], asked: AskedYear): ExplanationStep[] {
  const line = lines.find(({ institutionCode }) => institutionCode === asked.institutionCode)!;
  const byPolicy = explainBy(asked.policyBasis);
  const byResult = explainBy(asked.assessmentBasis);
  const byMonths = explainBy(`cleared months of ${clearing.year}`);
  const { bookingCount, bookedPoints, points, shareFen, coefficient, dueFen, withheldFen } = line;
  const { monthShareFen, paidFen, monthWithheldFen, clearingFen } = line;
  return [
    byPolicy(yearSteps.points, { bookingCount, bookedPoints }, points),
    byPolicy(yearSteps.share, shareInputs(clearing, lines, line), shareFen),
    byResult(yearSteps.coefficient, coefficientInputs(clearing, line), coefficient),
    byResult(yearSteps.due, { shareFen, coefficient }, dueFen),
    byResult(yearSteps.withheld, { shareFen, dueFen }, withheldFen),
    byMonths(yearSteps.paid, { monthsCleared: clearing.monthsCleared, monthShareFen, monthWithheldFen }, paidFen),
    byPolicy(yearSteps.clearing, { dueFen, paidFen }, clearingFen),
    byPolicy(yearSteps.parts, partsOf(line), clearingFen),
  ];
}

function shareInputs({ fundFen, points: poolPoints }: YearClearing, lines: readonly YearStatement[], line: YearStatement) {
  const members = lines.map(({ institutionCode, points }) => ({ institutionCode, points: decimal(points) }));
  return {
    fundFen,
    points: line.points,
    poolPoints,
    method: 'LARGEST_REMAINDER',
    ...roundingOf(fundFen, members, line.institutionCode),
    // To read and compare by, never to pay by.
    yuanPerPoint: pointValueYuan(fundFen, decimal(poolPoints), decimal(1)).toDecimalPlaces(6),
  };
}

function coefficientInputs(
  { assessedBy, assessmentResultId, decimalPlaces }: YearClearing,
  { score, paidFen, monthShareFen }: YearStatement,
): Record<string, string | number | bigint | Uuid | null> {
  if (assessedBy === 'YEAR_RESULT') {
    return { assessedBy, score, resultId: assessmentResultId, reason: score === null ? 'NO_SCORE' : 'FROZEN_SCORE' };
  }
  return assessedBy === 'NONE' ? { assessedBy } : { assessedBy, paidFen, monthShareFen, decimalPlaces };
}
