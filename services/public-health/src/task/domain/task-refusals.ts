import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const taskRefusals = {
  notFound: { code: 'public-health.task.not-found', kind: 'not-found', titleZh: '任务不存在', titleEn: 'There is no such task' },
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
} as const satisfies Record<string, RefusalDefinition>;
