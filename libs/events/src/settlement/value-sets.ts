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

/** Why a list is booked in the month it is booked in. */
export const bookingCause = {
  ON_TIME: { zh: '当期', en: 'in its own month' },
  LATE: { zh: '补报', en: 'its own month was cleared before it came' },
  CORRECTION: { zh: '更正', en: 'a higher version of a list that was here' },
} as const satisfies ValueSet;

/** Why a list no longer counts. */
export const reversalCause = {
  CORRECTED: { zh: '更正冲销', en: 'a higher version of the list has come' },
  WITHDRAWN: { zh: '撤销', en: 'taken back, and nothing came instead' },
} as const satisfies ValueSet;

export const withdrawalReason = {
  SENT_IN_ERROR: { zh: '误传', en: 'sent in error' },
  DUPLICATE: { zh: '重复上传', en: 'the same care stands on another list' },
  REFUNDED: { zh: '退费', en: 'the patient was refunded' },
  AUDIT: { zh: '审核扣除', en: 'an audit struck it out' },
} as const satisfies ValueSet;

/** What the coefficients of a year rest on. */
export const yearAssessment = {
  YEAR_RESULT: { zh: '年度考核结果', en: 'the frozen result of the year' },
  MONTH_RESULTS: { zh: '各月考核结果', en: 'the frozen results by which its months were paid' },
  NONE: { zh: '不挂钩', en: 'no assessment decides the money of the year' },
} as const satisfies ValueSet;
