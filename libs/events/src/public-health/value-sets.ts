import type { ValueSet } from '../value-set.ts';

/** Programmes with follow-ups of their own. */
export const programme = {
  HTN: { zh: '高血压患者健康管理', en: 'hypertension' },
  T2DM: { zh: '2型糖尿病患者健康管理', en: 'type 2 diabetes' },
} as const satisfies ValueSet;

export const taskKind = {
  PROGRAMME_FOLLOW_UP: { zh: '慢病随访', en: 'follow-up of a programme' },
  REFERRAL_FOLLOW_UP: { zh: '转诊后随访', en: 'follow-up after a referral' },
} as const satisfies ValueSet;

export const taskState = {
  PLANNED: { zh: '计划', en: 'planned' },
  OPEN: { zh: '待办', en: 'open' },
  DONE: { zh: '完成', en: 'done' },
  LOST: { zh: '失访', en: 'lost to follow-up' },
  REFUSED: { zh: '拒绝', en: 'refused' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
} as const satisfies ValueSet;

/** Class of a follow-up, national basic public-health services; EMERGENCY stands above the four. */
export const followUpClassification = {
  CONTROLLED: { zh: '控制满意', en: 'controlled' },
  UNCONTROLLED: { zh: '控制不满意', en: 'not controlled' },
  ADVERSE_REACTION: { zh: '不良反应', en: 'adverse drug reaction' },
  COMPLICATION: { zh: '并发症', en: 'complication' },
  EMERGENCY: { zh: '紧急情况', en: 'emergency' },
} as const satisfies ValueSet;

export const enrolmentCloseReason = {
  DIED: { zh: '死亡', en: 'died' },
  MOVED_OUT: { zh: '迁出', en: 'moved out' },
  MERGED: { zh: '居民记录合并', en: 'resident record merged' },
} as const satisfies ValueSet;

export const taskCancelReason = {
  ...enrolmentCloseReason,
  PROGRAMME_CLOSED: { zh: '项目结案', en: 'programme closed' },
  REFERRAL_ENDED: { zh: '转诊取消或未到诊', en: 'referral cancelled, or the patient did not come' },
} as const satisfies ValueSet;

/** Why an undone task was planned anew. */
export const replanReason = {
  HOME_CHANGED: { zh: '居民责任机构变更', en: 'another unit is responsible for the resident' },
} as const satisfies ValueSet;
