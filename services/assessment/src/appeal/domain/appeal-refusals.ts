import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const appealRefusals = {
  notFound: {
    code: 'assessment.appeal.not-found',
    kind: 'not-found',
    titleZh: '申诉不存在',
    titleEn: 'There is no such appeal',
  },
  notAppellant: {
    code: 'assessment.appeal.not-appellant',
    kind: 'forbidden',
    titleZh: '只有申诉机构可以撤回',
    titleEn: 'Only the institution that appealed may take it back',
  },
  resultUnknown: {
    code: 'assessment.appeal.result-unknown',
    kind: 'rule',
    titleZh: '考核结果不存在',
    titleEn: 'There is no such result',
  },
  lineUnknown: {
    code: 'assessment.appeal.line-unknown',
    kind: 'rule',
    titleZh: '该结果中没有本机构的这一指标',
    titleEn: 'The result has no line of that indicator for this institution',
  },
  resultSuperseded: {
    code: 'assessment.appeal.result-superseded',
    kind: 'conflict',
    titleZh: '该结果已有新版本',
    titleEn: 'A later version of the result has taken its place',
  },
  beforePublication: {
    code: 'assessment.appeal.before-publication',
    kind: 'rule',
    titleZh: '申诉日期早于公布日期',
    titleEn: 'The result was not published yet on that day',
  },
  windowOver: {
    code: 'assessment.appeal.window-over',
    kind: 'rule',
    titleZh: '申诉期已过',
    titleEn: 'The time for appeals is over',
  },
  alreadyAppealed: {
    code: 'assessment.appeal.already-appealed',
    kind: 'conflict',
    titleZh: '本机构已就该指标申诉',
    titleEn: 'This institution has appealed against that line already',
  },
  alreadyDecided: {
    code: 'assessment.appeal.already-decided',
    kind: 'conflict',
    titleZh: '申诉已裁定或已撤回',
    titleEn: 'The appeal has been decided or taken back',
  },
  decidedTooEarly: {
    code: 'assessment.appeal.decided-before-submission',
    kind: 'rule',
    titleZh: '裁定时间早于申诉时间',
    titleEn: 'It cannot be decided before it was submitted',
  },
  negative: {
    code: 'assessment.appeal.negative',
    kind: 'rule',
    titleZh: '分子、分母不得为负',
    titleEn: 'Numerator and denominator are not below 0',
  },
} as const satisfies Record<string, RefusalDefinition>;
