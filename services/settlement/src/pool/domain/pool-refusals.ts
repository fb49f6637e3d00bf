import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const poolRefusals = {
  notFound: { code: 'settlement.pool.not-found', kind: 'not-found', titleZh: '基金池不存在', titleEn: 'There is no such pool' },
  consortiumUnknown: {
    code: 'settlement.pool.consortium-not-projected',
    kind: 'not-projected',
    titleZh: '医共体信息尚未同步，请稍后重试',
    titleEn: 'This consortium is not known here yet; try again later',
  },
  policyUnknown: {
    code: 'settlement.pool.policy-unknown',
    kind: 'rule',
    titleZh: '支付政策不存在',
    titleEn: 'There is no such policy',
  },
  notAConsortium: {
    code: 'settlement.pool.not-a-consortium',
    kind: 'rule',
    titleZh: '该机构不是医共体',
    titleEn: 'This institution is not a consortium',
  },
  policyOfOtherPool: {
    code: 'settlement.pool.policy-of-other-pool',
    kind: 'rule',
    titleZh: '支付政策的险种或年度与基金池不符',
    titleEn: 'The policy is for another insurance or another year',
  },
  countedOutsideYear: {
    code: 'settlement.pool.counted-outside-year',
    kind: 'rule',
    titleZh: '参保人数统计日不在年度内',
    titleEn: 'The insured are counted on a day of the year',
  },
  noInsured: {
    code: 'settlement.pool.no-insured',
    kind: 'rule',
    titleZh: '统计日无参保居民，请先同步居民',
    titleEn: 'Nobody was insured on that day; residents must be known first',
  },
  nothingLeft: {
    code: 'settlement.pool.nothing-left',
    kind: 'rule',
    titleZh: '扣除预留和打包外项目后无可打包资金',
    titleEn: 'Reserves and carve-outs leave nothing for a package',
  },
  alreadyOpen: {
    code: 'settlement.pool.already-open',
    kind: 'conflict',
    titleZh: '该医共体本年度该险种的基金池已建立',
    titleEn: 'The pool of this consortium, insurance and year is open already',
  },
} as const satisfies Record<string, RefusalDefinition>;
