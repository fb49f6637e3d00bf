import type { RefusalDefinition } from '@yigongti/kernel';

export const sourceLineRefusals = {
  versionReused: {
    code: 'registry.line.version-reused',
    kind: 'rule',
    titleZh: '同一版本号的内容与已登记内容不一致',
    titleEn: 'This version is registered with other content',
  },
  institutionUnknown: {
    code: 'registry.line.institution-unknown',
    kind: 'rule',
    titleZh: '机构编码未登记',
    titleEn: 'This institution is not registered',
  },
  foreignInstitution: {
    code: 'registry.line.foreign-institution',
    kind: 'forbidden',
    titleZh: '无权为该机构上报',
    titleEn: 'You may not report for this institution',
  },
  residentUnknown: {
    code: 'registry.line.resident-unknown',
    kind: 'rule',
    titleZh: '居民未登记',
    titleEn: 'This resident is not registered',
  },
} as const satisfies Record<string, RefusalDefinition>;
