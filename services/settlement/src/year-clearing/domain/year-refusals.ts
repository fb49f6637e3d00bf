import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const yearRefusals = {
  notFound: {
    code: 'settlement.year-clearing.not-found',
    kind: 'not-found',
    titleZh: '年度清算批次不存在',
    titleEn: 'There is no such clearing of a year',
  },
  statementNotFound: {
    code: 'settlement.year-clearing.statement-not-found',
    kind: 'not-found',
    titleZh: '该年度清算中无此机构的结算单',
    titleEn: 'This clearing has no statement for the institution',
  },
  poolUnknown: {
    code: 'settlement.year-clearing.pool-unknown',
    kind: 'rule',
    titleZh: '基金池不存在',
    titleEn: 'There is no such pool',
  },
  yearNotOver: {
    code: 'settlement.year-clearing.year-not-over',
    kind: 'rule',
    titleZh: '该年度尚未结束',
    titleEn: 'The year is not over yet',
  },
  resultDoesNotDecide: {
    code: 'settlement.year-clearing.result-does-not-decide',
    kind: 'rule',
    titleZh: '县域配置未启用年度考核结果挂钩',
    titleEn: 'The county does not let the result of a year decide money',
  },
  alreadyCleared: {
    code: 'settlement.year-clearing.already-cleared',
    kind: 'conflict',
    titleZh: '该年度已清算',
    titleEn: 'The year is cleared already',
  },
  monthsOpen: {
    code: 'settlement.year-clearing.months-open',
    kind: 'conflict',
    titleZh: '尚有月份未清算',
    titleEn: 'A month with points is not cleared yet',
  },
  assessmentNotFrozen: {
    code: 'settlement.year-clearing.assessment-not-frozen',
    kind: 'conflict',
    titleZh: '该年度考核结果尚未冻结',
    titleEn: 'The assessment of the year is not frozen',
  },
  noPoints: {
    code: 'settlement.year-clearing.no-points',
    kind: 'rule',
    titleZh: '该年度无分值，不能分配',
    titleEn: 'There are no points in the year, so nothing can be shared out',
  },
} as const satisfies Record<string, RefusalDefinition>;
