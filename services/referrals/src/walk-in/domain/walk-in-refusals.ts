import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const walkInRefusals = {
  notFound: {
    code: 'referrals.walk-in.not-found',
    kind: 'not-found',
    titleZh: '排队登记不存在',
    titleEn: 'There is no such entry in the work list',
  },
  residentUnknown: {
    code: 'referrals.walk-in.resident-not-projected',
    kind: 'not-projected',
    titleZh: '居民信息尚未同步，请稍后重试',
    titleEn: 'This resident is not known here yet; try again later',
  },
  notWaiting: {
    code: 'referrals.walk-in.not-waiting',
    kind: 'conflict',
    titleZh: '患者已不在排队',
    titleEn: 'The patient does not wait any more',
  },
  residentDied: {
    code: 'referrals.walk-in.resident-died',
    kind: 'rule',
    titleZh: '居民在该日期已死亡',
    titleEn: 'The resident has died by that day',
  },
  residentMerged: {
    code: 'referrals.walk-in.resident-merged',
    kind: 'rule',
    titleZh: '居民记录已合并，请使用保留的记录',
    titleEn: 'The record of this resident was merged; use the one that stayed',
  },
  waitsAlready: {
    code: 'referrals.walk-in.waits-already',
    kind: 'conflict',
    titleZh: '该居民已在本科室排队',
    titleEn: 'The resident waits in this department already',
  },
  isExpected: {
    code: 'referrals.walk-in.is-expected',
    kind: 'conflict',
    titleZh: '该居民有已接收的转诊单，请确认到诊',
    titleEn: 'The resident is expected by an accepted referral: confirm the arrival instead',
  },
} as const satisfies Record<string, RefusalDefinition>;
