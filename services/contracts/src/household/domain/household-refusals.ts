import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const householdRefusals = {
  notFound: {
    code: 'contracts.household.not-found',
    kind: 'not-found',
    titleZh: '家庭协议不存在',
    titleEn: 'There is no such agreement of a household',
  },
  representativeGone: {
    code: 'contracts.household.representative-gone',
    kind: 'rule',
    titleZh: '户代表在该日期已死亡或迁出',
    titleEn: 'Who signs for the household has died or moved away by that day',
  },
  representativeTooYoung: {
    code: 'contracts.household.representative-too-young',
    kind: 'rule',
    titleZh: '户代表未达到规定年龄',
    titleEn: 'Who signs for the household is too young',
  },
  otherHousehold: {
    code: 'contracts.household.other-household',
    kind: 'rule',
    titleZh: '该成员登记在其他家庭',
    titleEn: 'The member is registered in another household',
  },
} as const satisfies Record<string, RefusalDefinition>;
