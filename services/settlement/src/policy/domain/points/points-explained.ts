import type { ExplainedRule } from '@yigongti/kernel';

/** The steps of a case's points, in the order of calculation. */
export const pointSteps = {
  group: { rule: 'settlement.points.group', titleZh: '病种分组', titleEn: 'Group of the case' },
  coefficient: { rule: 'settlement.points.coefficient', titleZh: '机构系数', titleEn: 'Institution coefficient' },
  deviation: { rule: 'settlement.points.deviation', titleZh: '费用偏差', titleEn: 'Deviation of the cost from its reference' },
  points: { rule: 'settlement.points.case', titleZh: '病例分值', titleEn: 'Points of the case' },
} as const satisfies Record<string, ExplainedRule>;
