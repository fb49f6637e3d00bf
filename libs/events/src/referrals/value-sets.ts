import type { ValueSet } from '../value-set.ts';

export const referralDirection = {
  UP: { zh: '上转', en: 'up' },
  DOWN: { zh: '下转', en: 'down' },
  LATERAL: { zh: '平转', en: 'lateral' },
} as const satisfies ValueSet;

/** Derived from sender and receiver, never typed. */
export const referralScope = {
  INTRA: { zh: '医共体内', en: 'within the consortium' },
  INTER: { zh: '县域内医共体间', en: 'between consortia of the county' },
  OUT_OF_COUNTY: { zh: '县域外', en: 'out of the county' },
} as const satisfies ValueSet;

export const referralState = {
  DRAFT: { zh: '草稿', en: 'draft' },
  SUBMITTED: { zh: '已提交', en: 'submitted' },
  UNDER_REVIEW: { zh: '审核中', en: 'under review' },
  PENDING_RECEIVER: { zh: '待接诊', en: 'waiting for the receiver' },
  COUNTER_OFFERED: { zh: '另约', en: 'counter-offered' },
  ACCEPTED: { zh: '已接收', en: 'accepted' },
  ARRIVED: { zh: '已到诊', en: 'arrived' },
  IN_CARE: { zh: '诊疗中', en: 'in care' },
  OUTCOME_SENT: { zh: '已回传结果', en: 'outcome sent' },
  FOLLOW_UP: { zh: '随访中', en: 'in follow-up' },
  CLOSED: { zh: '已结案', en: 'closed' },
  REJECTED: { zh: '已拒绝', en: 'rejected' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
  NO_SHOW: { zh: '未到诊', en: 'no-show' },
  EXPIRED: { zh: '已过期', en: 'expired' },
} as const satisfies ValueSet;

export const referralOrigin = {
  MANUAL: { zh: '医生新建', en: 'written by a doctor' },
  SUGGESTION: { zh: '随访建议', en: 'suggested by a follow-up' },
  DOWN_OF_PARENT: { zh: '由上转单下转', en: 'opened by the parent referral' },
} as const satisfies ValueSet;

/** Priority in iCalendar terms: 1, 3, 5. */
export const referralUrgency = {
  EMERGENCY: { zh: '急诊', en: 'emergency' },
  URGENT: { zh: '紧急', en: 'urgent' },
  ROUTINE: { zh: '常规', en: 'routine' },
} as const satisfies ValueSet;

/** The receiver's worklist is in this order; inside a class by time of submission. Walk-in patients come after all of these. */
export const queueClass = {
  EMERGENCY: { zh: '急诊', en: 'emergency' },
  URGENT: { zh: '紧急', en: 'urgent' },
  CONTRACTED: { zh: '签约居民上转', en: 'contracted up-referral' },
  REFERRED: { zh: '其他转诊', en: 'other referral' },
} as const satisfies ValueSet;

/** Classes of a work list: those of referrals, and after them whoever came without one. */
export const workClass = {
  ...queueClass,
  WALK_IN: { zh: '自行就诊', en: 'walk-in' },
} as const satisfies ValueSet;

/** How the wait of a patient without a referral ended. */
export const walkInEnding = {
  TAKEN: { zh: '已接诊', en: 'taken into care' },
  LEFT: { zh: '已离开', en: 'left' },
} as const satisfies ValueSet;

export const referralVisitType = {
  OUTPATIENT: { zh: '门诊', en: 'outpatient' },
  INPATIENT: { zh: '住院', en: 'inpatient' },
  TELECONSULT: { zh: '远程会诊', en: 'teleconsultation' },
} as const satisfies ValueSet;

export const referralOutcome = {
  CURED: { zh: '痊愈', en: 'cured' },
  IMPROVED: { zh: '好转', en: 'improved' },
  NOT_CURED: { zh: '未愈', en: 'not cured' },
  DIED: { zh: '死亡', en: 'died' },
} as const satisfies ValueSet;

/** Why no down-referral is opened; the home unit follows up all the same. */
export const noDownReason = {
  HEALED: { zh: '已治愈', en: 'healed' },
  STAYS: { zh: '留上级机构继续治疗', en: 'stays in care there' },
} as const satisfies ValueSet;

export const downReturnReason = {
  REJECTED: { zh: '下转被拒', en: 'down-referral rejected' },
  WITHDRAWN: { zh: '下转撤回', en: 'down-referral withdrawn' },
  EXPIRED: { zh: '下转过期', en: 'down-referral expired' },
  CANCELLED: { zh: '下转取消', en: 'down-referral cancelled' },
  NO_SHOW: { zh: '下转未到诊', en: 'patient did not come to the unit of the down-referral' },
} as const satisfies ValueSet;

export const referralCloseCause = {
  FOLLOW_UP_DONE: { zh: '随访完成', en: 'follow-up done' },
  DIED: { zh: '死亡', en: 'died' },
} as const satisfies ValueSet;

export const capacityKind = {
  BED: { zh: '床位', en: 'bed' },
  SLOT: { zh: '号源', en: 'appointment slot' },
} as const satisfies ValueSet;

export const holdState = {
  FREE: { zh: '空闲', en: 'free' },
  HELD: { zh: '已预留', en: 'held' },
  CONSUMED: { zh: '已使用', en: 'consumed' },
  RELEASED: { zh: '已释放', en: 'released' },
} as const satisfies ValueSet;
