import type { ExplainedRule } from '@yigongti/kernel';

/** The steps of a year's package, in the order of calculation. */
export const fundSteps = {
  funding: { rule: 'settlement.fund.funding', titleZh: '筹资总额', titleEn: 'Funding of the insured' },
  premium: { rule: 'settlement.fund.big-illness-premium', titleZh: '大病保险资金', titleEn: 'Big-illness premium' },
  budget: { rule: 'settlement.fund.budget', titleZh: '基金预算', titleEn: 'Budget' },
  riskReserve: { rule: 'settlement.fund.risk-reserve', titleZh: '风险金', titleEn: 'Risk reserve' },
  adjustmentReserve: { rule: 'settlement.fund.adjustment-reserve', titleZh: '调剂金', titleEn: 'Adjustment reserve' },
  carveOut: { rule: 'settlement.fund.carve-out', titleZh: '打包外项目', titleEn: 'Outside the package' },
  package: { rule: 'settlement.fund.package', titleZh: '打包总额', titleEn: 'Package' },
} as const satisfies Record<string, ExplainedRule>;
