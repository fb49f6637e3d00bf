import type { RefusalDefinition } from '@yigongti/kernel';

export const catalogueRefusals = {
  notFound: {
    code: 'registry.catalogue.not-found',
    kind: 'not-found',
    titleZh: '目录不存在',
    titleEn: 'There is no such catalogue',
  },
  codeRepeated: {
    code: 'registry.catalogue.code-repeated',
    kind: 'rule',
    titleZh: '目录内编码重复',
    titleEn: 'A code stands twice in the catalogue',
  },
} as const satisfies Record<string, RefusalDefinition>;
