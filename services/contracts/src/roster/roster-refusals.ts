import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const rosterRefusals = {
  doctorNotFound: {
    code: 'contracts.roster.doctor-not-found',
    kind: 'not-found',
    titleZh: '医生不存在或不在管辖范围内',
    titleEn: 'There is no such doctor, or he is not yours',
  },
  periodReversed: {
    code: 'contracts.roster.period-reversed',
    kind: 'rule',
    titleZh: '统计期间的起始日期晚于截止日期',
    titleEn: 'The period ends before it begins',
  },
} as const satisfies Record<string, RefusalDefinition>;
