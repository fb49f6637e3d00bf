import type { RefusalDefinition } from '@yigongti/kernel';

export const institutionRefusals = {
  notFound: {
    code: 'registry.institution.not-found',
    kind: 'not-found',
    titleZh: '机构不存在',
    titleEn: 'There is no such institution',
  },
  ownParent: {
    code: 'registry.institution.own-parent',
    kind: 'rule',
    titleZh: '机构不能是自己的上级',
    titleEn: 'An institution cannot be its own parent',
  },
  endsBeforeStart: {
    code: 'registry.institution.ends-before-start',
    kind: 'rule',
    titleZh: '停用日期早于启用日期',
    titleEn: 'The last day in service lies before the first',
  },
} as const satisfies Record<string, RefusalDefinition>;
