import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const resultRefusals = {
  notFound: {
    code: 'assessment.result.not-found',
    kind: 'not-found',
    titleZh: '考核结果不存在',
    titleEn: 'There is no such result',
  },
  schemeUnknown: {
    code: 'assessment.result.scheme-unknown',
    kind: 'rule',
    titleZh: '考核方案不存在',
    titleEn: 'There is no such scheme',
  },
  periodTaken: {
    code: 'assessment.result.period-taken',
    kind: 'conflict',
    titleZh: '该周期已有考核结果',
    titleEn: 'The period has a result already; an upheld appeal makes its next version',
  },
  periodNotOver: {
    code: 'assessment.result.period-not-over',
    kind: 'rule',
    titleZh: '考核周期尚未结束',
    titleEn: 'The period is not over yet',
  },
  schemeNotInForce: {
    code: 'assessment.result.scheme-not-in-force',
    kind: 'rule',
    titleZh: '考核方案在该周期尚未生效',
    titleEn: 'The scheme does not hold for that period yet',
  },
  alreadyFrozen: {
    code: 'assessment.result.already-frozen',
    kind: 'conflict',
    titleZh: '考核结果已冻结',
    titleEn: 'The result is frozen already',
  },
  superseded: {
    code: 'assessment.result.superseded',
    kind: 'conflict',
    titleZh: '该结果已有新版本',
    titleEn: 'A later version of the result has taken its place',
  },
  appealsOpen: {
    code: 'assessment.result.appeals-open',
    kind: 'conflict',
    titleZh: '尚有未裁定的申诉',
    titleEn: 'There are appeals against it that nobody has decided',
  },
  reopeningDue: {
    code: 'assessment.result.reopening-due',
    kind: 'conflict',
    titleZh: '有申诉成立，须先公布更正版本',
    titleEn: 'An appeal against it was upheld: the next version comes first',
  },
  noUpheldAppeal: {
    code: 'assessment.result.no-upheld-appeal',
    kind: 'conflict',
    titleZh: '没有成立的申诉，不能重新公布',
    titleEn: 'No appeal against it was upheld: there is nothing to put right',
  },
  monitorOnly: {
    code: 'assessment.result.monitor-only',
    kind: 'rule',
    titleZh: '按县域配置该类周期仅用于监测，不与资金挂钩',
    titleEn: 'By the county profile this kind of period is watched only and decides no money',
  },
} as const satisfies Record<string, RefusalDefinition>;
