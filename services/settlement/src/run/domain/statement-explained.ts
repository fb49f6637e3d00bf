import { decimal, explainBy, type ExplainedRule, type ExplanationStep } from '@yigongti/kernel';
import type { Run, Statement, UsedResult } from './run.ts';
import { pointValueYuan, roundingOf } from './share-out.ts';

export const statementSteps = {
  points: { rule: 'settlement.run.points', titleZh: '本机构分值', titleEn: 'Points of the institution' },
  share: { rule: 'settlement.run.share', titleZh: '按分值分配', titleEn: 'Share of the fund by points' },
  coefficient: { rule: 'settlement.run.coefficient', titleZh: '考核系数', titleEn: 'Coefficient of the frozen score' },
  due: { rule: 'settlement.run.due', titleZh: '应付金额', titleEn: 'Amount due' },
  withheld: { rule: 'settlement.run.withheld', titleZh: '考核扣留', titleEn: 'Kept back by the assessment' },
} as const satisfies Record<string, ExplainedRule>;

export interface Bases {
  /** `policy CHANGLE-RESIDENT-2026@1` */
  readonly policy: string;
  readonly result: UsedResult;
}

export interface Asked {
  readonly institutionCode: string;
  readonly bases: Bases;
}

/** How a line was made: from run, line and what they rest on, none of which ever changes. */
export function explainStatement(
  run: Run,
  statements: readonly Statement[],
  { bases, institutionCode }: Asked,
): ExplanationStep[] {
  const byPolicy = explainBy(bases.policy);
  const byResult = explainBy(`assessment result ${bases.result.period}@${bases.result.resultVersion}`);
  const statement = statements.find((line) => line.institutionCode === institutionCode)!;
  const members = statements.map((line) => ({ institutionCode: line.institutionCode, points: decimal(line.points) }));
  const { claimCount, bookedPoints, points, shareFen, score, coefficient, fen, withheldFen } = statement;
  const poolPoints = decimal(run.points);
  const shared = {
    fundFen: run.fundFen,
    points,
    poolPoints,
    method: 'LARGEST_REMAINDER',
    ...roundingOf(run.fundFen, members, institutionCode),
    // To read and compare by, never to pay by.
    yuanPerPoint: pointValueYuan(run.fundFen, poolPoints, decimal(1)).toDecimalPlaces(6),
  };
  const reason = score === null ? 'NO_SCORE' : 'FROZEN_SCORE';
  return [
    byPolicy(statementSteps.points, { claimCount, bookedPoints }, points),
    byPolicy(statementSteps.share, shared, shareFen),
    byResult(statementSteps.coefficient, { score, reason, resultId: bases.result.resultId }, coefficient),
    byResult(statementSteps.due, { shareFen, coefficient }, fen),
    byResult(statementSteps.withheld, { shareFen, fen }, withheldFen),
  ];
}
