import type { ValueSet } from '../value-set.ts';

export const teamKind = {
  CONTRACT_TEAM: { zh: '家庭医生签约团队', en: 'contract team' },
  SPECIALIST_TEAM: { zh: '专科团队', en: 'specialist team' },
} as const satisfies ValueSet;

/** Groups that contract, plan and report first (重点人群). A person may be in several. */
export const priorityGroup = {
  CHILD_0_6: { zh: '0-6岁儿童', en: 'children aged 0 to 6' },
  MATERNAL: { zh: '孕产妇', en: 'pregnant women and new mothers' },
  ELDERLY_65: { zh: '65岁及以上老年人', en: 'residents aged 65 or over' },
  HTN: { zh: '高血压患者', en: 'hypertension' },
  T2DM: { zh: '2型糖尿病患者', en: 'type 2 diabetes' },
  COPD: { zh: '慢阻肺患者', en: 'chronic obstructive pulmonary disease' },
  SMD: { zh: '严重精神障碍患者', en: 'severe mental disorder' },
  TB: { zh: '肺结核患者', en: 'tuberculosis' },
  DISABLED: { zh: '残疾人', en: 'disabled residents' },
  LOW_INCOME: { zh: '脱贫、低保、特困人员', en: 'low-income residents' },
  SPECIAL_FAMILY: { zh: '计划生育特殊家庭', en: 'special families of family planning' },
} as const satisfies ValueSet;

export const contractState = {
  REQUESTED: { zh: '待确认', en: 'requested' },
  ACTIVE: { zh: '有效', en: 'in force' },
  RENEWAL_DUE: { zh: '待续约', en: 'renewal due' },
  TERMINATION_REQUESTED: { zh: '解约审核中', en: 'termination requested' },
  REFUSED: { zh: '已拒绝', en: 'refused' },
  LAPSED: { zh: '逾期未确认', en: 'lapsed' },
  RENEWED: { zh: '已续约', en: 'renewed' },
  EXPIRED: { zh: '已到期', en: 'expired' },
  TERMINATED: { zh: '已解约', en: 'terminated' },
  TRANSFERRED: { zh: '改签', en: 'transferred' },
  VOIDED: { zh: '作废', en: 'voided' },
} as const satisfies ValueSet;

/** Stop reasons seen in county systems, each with its vendor code, and those that follow from the registry. */
export const terminationReason = {
  LOST_CONTACT: { zh: '失访（01）', en: 'lost to follow-up' },
  MOVED_OUT: { zh: '迁出（02）', en: 'moved out' },
  DIED: { zh: '死亡（03）', en: 'died' },
  RESIDENT_DECLINED: { zh: '本人拒绝（04）', en: 'declined by the resident' },
  SIGNED_AGAIN: { zh: '重签（05）', en: 'signed again' },
  INVOICE_VOIDED: { zh: '发票作废（06）', en: 'invoice voided' },
  TEAM_DISSOLVED: { zh: '团队撤销', en: 'team dissolved' },
  MERGED: { zh: '居民记录合并', en: 'resident record merged' },
  OTHER: { zh: '其他（99）', en: 'other' },
} as const satisfies ValueSet;
