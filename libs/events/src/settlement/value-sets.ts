import type { ValueSet } from '../value-set.ts';

/** Insurance that a fund pool belongs to; the two are never mixed. */
export const insuranceType = {
  RESIDENT: { zh: '城乡居民基本医疗保险（390）', en: 'resident insurance' },
  EMPLOYEE: { zh: '职工基本医疗保险（310）', en: 'employee insurance' },
} as const satisfies ValueSet;

export const visitKind = {
  INPATIENT: { zh: '住院', en: 'inpatient stay' },
  OUTPATIENT: { zh: '门诊', en: 'outpatient visit' },
} as const satisfies ValueSet;

export const claimState = {
  RECEIVED: { zh: '已接收', en: 'received' },
  VALIDATED: { zh: '已质控', en: 'validated' },
  REJECTED: { zh: '已退回', en: 'rejected' },
  GROUPED: { zh: '已分组', en: 'grouped' },
  SCORED: { zh: '已赋分', en: 'scored' },
  MONTH_SETTLED: { zh: '月预结算', en: 'settled for the month' },
  CLEARED: { zh: '已清算', en: 'cleared' },
  SPECIAL_REVIEW: { zh: '特例单议', en: 'special review' },
  REVERSED: { zh: '已冲销', en: 'reversed' },
} as const satisfies ValueSet;
