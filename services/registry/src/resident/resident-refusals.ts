import type { RefusalDefinition } from '@yigongti/kernel';

export const residentRefusals = {
  notFound: {
    code: 'registry.resident.not-found',
    kind: 'not-found',
    titleZh: '居民不存在',
    titleEn: 'There is no such resident',
  },
  nationalIdInvalid: {
    code: 'registry.resident.national-id-invalid',
    kind: 'rule',
    titleZh: '身份证号码不符合 GB 11643',
    titleEn: 'The national id does not satisfy GB 11643',
  },
  beforeBirth: {
    code: 'registry.resident.before-birth',
    kind: 'rule',
    titleZh: '日期早于出生日期',
    titleEn: 'A date lies before the day of birth',
  },
} as const satisfies Record<string, RefusalDefinition>;
