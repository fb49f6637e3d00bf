import type { RefusalDefinition } from '@yigongti/kernel';

export const statementRefusals = {
  tooManyRows: {
    code: 'settlement.statement.too-many-rows',
    kind: 'rule',
    titleZh: '结算单超过一张表的行数，请按机构或年度筛选',
    titleEn: 'More statements than one table holds; narrow by institution or year',
  },
} as const satisfies Record<string, RefusalDefinition>;
