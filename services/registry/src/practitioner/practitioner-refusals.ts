import type { RefusalDefinition } from '@yigongti/kernel';

export const practitionerRefusals = {
  notFound: {
    code: 'registry.practitioner.not-found',
    kind: 'not-found',
    titleZh: '人员不存在',
    titleEn: 'There is no such practitioner',
  },
} as const satisfies Record<string, RefusalDefinition>;
