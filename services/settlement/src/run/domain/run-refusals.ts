import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const runRefusals = {
  notFound: { code: 'settlement.run.not-found', kind: 'not-found', titleZh: '清算批次不存在', titleEn: 'There is no such run' },
  statementNotFound: {
    code: 'settlement.run.statement-not-found',
    kind: 'not-found',
    titleZh: '该批次中无此机构的结算单',
    titleEn: 'This run has no statement for the institution',
  },
  poolUnknown: { code: 'settlement.run.pool-unknown', kind: 'rule', titleZh: '基金池不存在', titleEn: 'There is no such pool' },
  monthOutsidePool: {
    code: 'settlement.run.month-outside-pool',
    kind: 'rule',
    titleZh: '月份不在基金池年度内',
    titleEn: 'The month is not one of the pool',
  },
  monthNotOver: {
    code: 'settlement.run.month-not-over',
    kind: 'rule',
    titleZh: '该月份尚未结束',
    titleEn: 'The month is not over yet',
  },
  monthDoesNotDecide: {
    code: 'settlement.run.month-does-not-decide',
    kind: 'rule',
    titleZh: '县域配置未启用月度考核挂钩',
    titleEn: 'The county does not let the assessment of a month decide money',
  },
  yearCleared: {
    code: 'settlement.run.year-cleared',
    kind: 'conflict',
    titleZh: '该年度已清算，各月已锁定',
    titleEn: 'The year is cleared, so its months are locked',
  },
  alreadyCleared: {
    code: 'settlement.run.already-cleared',
    kind: 'conflict',
    titleZh: '该月份已清算',
    titleEn: 'The month is cleared already',
  },
  assessmentNotFrozen: {
    code: 'settlement.run.assessment-not-frozen',
    kind: 'conflict',
    titleZh: '该月考核结果尚未冻结',
    titleEn: 'The assessment of the month is not frozen',
  },
  noPoints: {
    code: 'settlement.run.no-points',
    kind: 'rule',
    titleZh: '该月无分值，不能分配',
    titleEn: 'There are no points in the month, so nothing can be shared out',
  },
} as const satisfies Record<string, RefusalDefinition>;
