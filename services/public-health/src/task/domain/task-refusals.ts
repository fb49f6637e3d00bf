import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const taskRefusals = {
  notFound: { code: 'public-health.task.not-found', kind: 'not-found', titleZh: '任务不存在', titleEn: 'There is no such task' },
  otherResident: {
    code: 'public-health.task.other-resident',
    kind: 'rule',
    titleZh: '任务属于其他居民',
    titleEn: 'The task is about another resident',
  },
  notOpen: {
    code: 'public-health.task.not-open',
    kind: 'conflict',
    titleZh: '任务未开启或已办结',
    titleEn: 'The task is not open',
  },
  tooEarly: {
    code: 'public-health.task.too-early',
    kind: 'rule',
    titleZh: '随访日期早于任务窗口',
    titleEn: 'The follow-up lies before the window of the task',
  },
  visitAhead: {
    code: 'public-health.task.visit-ahead',
    kind: 'rule',
    titleZh: '随访日期晚于上报日期',
    titleEn: 'The follow-up lies after the day of its report',
  },
  practitionerNotEmployed: {
    code: 'public-health.task.practitioner-not-employed',
    kind: 'rule',
    titleZh: '随访人员在该日期未在岗',
    titleEn: 'The practitioner is not employed on that day',
  },
  readingMissing: {
    code: 'public-health.task.reading-missing',
    kind: 'rule',
    titleZh: '缺少该随访必需的测量值',
    titleEn: 'A reading that this follow-up needs is missing',
  },
  signUnknown: {
    code: 'public-health.task.sign-unknown',
    kind: 'rule',
    titleZh: '体征编码不在目录内',
    titleEn: 'The sign is not in the catalogue of the county',
  },
  sweepAhead: {
    code: 'public-health.task.sweep-ahead',
    kind: 'rule',
    titleZh: '截止日期晚于当前日期',
    titleEn: 'Tasks cannot be opened as of a day that has not come',
  },
} as const satisfies Record<string, RefusalDefinition>;
