import type { RefusalDefinition } from '@yigongti/kernel';

export const dayListRefusals = {
  doctorNotFound: {
    code: 'public-health.day-list.doctor-not-found',
    kind: 'not-found',
    titleZh: '医生不存在或不在管辖范围内',
    titleEn: 'There is no such doctor, or he is not yours',
  },
} as const satisfies Record<string, RefusalDefinition>;
