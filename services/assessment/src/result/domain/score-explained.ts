import type { ExplainedRule } from '@yigongti/kernel';

/** The steps from measured values to a coefficient, in the order of calculation. */
export const scoreSteps = {
  corrected: { rule: 'assessment.score.corrected', titleZh: '申诉更正', titleEn: 'Put right by an appeal' },
  excluded: { rule: 'assessment.score.excluded', titleZh: '无分母，权重分摊', titleEn: 'No denominator: its weight is spread' },
  notApplicable: {
    rule: 'assessment.score.not-applicable',
    titleZh: '不适用于此类机构，权重分摊',
    titleEn: 'Does not measure institutions of this level: its weight is spread',
  },
  points: { rule: 'assessment.score.points', titleZh: '指标得分', titleEn: 'Points of an indicator' },
  score: { rule: 'assessment.score.total', titleZh: '综合得分', titleEn: 'Score' },
  coefficient: { rule: 'assessment.score.coefficient', titleZh: '挂钩系数', titleEn: 'Coefficient of the score' },
} as const satisfies Record<string, ExplainedRule>;
