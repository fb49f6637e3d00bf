import type { ExplainedRule } from '@yigongti/kernel';

/** The steps of a benefit, in the order of calculation. */
export const benefitSteps = {
  scope: { rule: 'settlement.benefit.scope', titleZh: '政策范围内费用', titleEn: 'Cost inside the policy scope' },
  referral: { rule: 'settlement.benefit.referral', titleZh: '转诊待遇', titleEn: 'Whether a referral counts' },
  penalty: {
    rule: 'settlement.benefit.referral-penalty',
    titleZh: '未转诊差别支付',
    titleEn: 'What going without a referral costs',
  },
  deductible: { rule: 'settlement.benefit.deductible', titleZh: '起付线', titleEn: 'Deductible charged' },
  ratio: { rule: 'settlement.benefit.ratio', titleZh: '支付比例', titleEn: 'Share that the fund pays' },
  payable: { rule: 'settlement.benefit.payable', titleZh: '统筹应付', titleEn: 'Payable by the fund' },
  cap: { rule: 'settlement.benefit.annual-cap', titleZh: '年度封顶线', titleEn: 'Rest of the yearly cap' },
  personal: { rule: 'settlement.benefit.personal', titleZh: '个人负担', titleEn: 'Borne by the patient' },
} as const satisfies Record<string, ExplainedRule>;
