import type { ValueSet } from '../value-set.ts';

/** Why a patient goes up. */
export const reasonUp = {
  CRITICAL: { zh: '病情危重', en: 'critical condition' },
  UNCLEAR_DIAGNOSIS: { zh: '诊断不明', en: 'diagnosis unclear' },
  BEYOND_CAPABILITY: { zh: '超出诊疗能力', en: 'beyond the capability of the unit' },
  SURGERY: { zh: '需手术', en: 'needs surgery' },
  TWICE_UNCONTROLLED: { zh: '连续两次控制不满意', en: 'uncontrolled twice in a row' },
  ADR: { zh: '难以控制的不良反应', en: 'adverse drug reaction hard to control' },
  NEW_COMPLICATION: { zh: '出现新并发症', en: 'new complication' },
  WORSE_COMPLICATION: { zh: '原并发症加重', en: 'complication got worse' },
  INFECTIOUS_SUSPECT: { zh: '疑似传染病', en: 'suspected infectious disease' },
  MATERNAL_HIGH_RISK: { zh: '高危孕产妇', en: 'high-risk pregnancy' },
  CHILD_ABNORMAL: { zh: '儿童健康异常', en: 'abnormal finding in a child' },
  TCM_NEED: { zh: '中医药诊疗需求', en: 'needs TCM care' },
  PATIENT_REQUEST: { zh: '患者要求', en: 'asked for by the patient' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies ValueSet;

/** Why a patient goes down: the five reasons of Deqing 2018, Shijiazhuang 2023 and Zhejiang 2017, and others. */
export const reasonDown = {
  ACUTE_RECOVERY: { zh: '急性病恢复期', en: 'recovering from an acute illness' },
  POST_OP: { zh: '术后', en: 'after an operation' },
  CRITICAL_STABLE: { zh: '危重症稳定', en: 'critical illness now stable' },
  CHRONIC_STABLE: { zh: '慢病稳定', en: 'chronic illness stable' },
  SURGICAL_REHAB: { zh: '手术康复', en: 'rehabilitation after surgery' },
  CHRONIC_FOLLOW_UP: { zh: '慢病随访', en: 'follow-up of a chronic illness' },
  PALLIATIVE: { zh: '安宁疗护', en: 'palliative care' },
  PATIENT_REQUEST: { zh: '患者要求', en: 'asked for by the patient' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies ValueSet;

/** The reasons of either direction; the referral's rules hold each direction to its own. */
export const referralReason = { ...reasonUp, ...reasonDown } as const satisfies ValueSet;

/** Who said no. */
export const rejectedBy = {
  REVIEWER: { zh: '审核机构', en: 'reviewer' },
  RECEIVER: { zh: '接诊机构', en: 'receiver' },
} as const satisfies ValueSet;

/** Modelled on the lists of New Zealand's ACC and Chile's SIGTE. */
export const rejectReason = {
  NO_CAPACITY: { zh: '无床位或号源', en: 'no capacity' },
  OUT_OF_SCOPE: { zh: '超出诊疗范围', en: 'out of scope' },
  INSUFFICIENT_INFO: { zh: '资料不全', en: 'not enough information' },
  DUPLICATE: { zh: '重复转诊', en: 'duplicate' },
  NOT_INDICATED: { zh: '无转诊指征', en: 'not indicated' },
  WRONG_DEPARTMENT: { zh: '科室不符', en: 'wrong department' },
  PATIENT_CONTACT_FAILED: { zh: '联系不上患者', en: 'patient could not be reached' },
  PATIENT_DECLINED: { zh: '患者放弃', en: 'declined by the patient' },
  PATIENT_DIED: { zh: '患者死亡', en: 'patient died' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies ValueSet;

/** Why a referral is called off before the patient came: by its sender while it waits, by either side once it is accepted. */
export const callOffReason = {
  PATIENT_DECLINED: { zh: '患者放弃', en: 'declined by the patient' },
  PATIENT_IMPROVED: { zh: '患者好转，无需转诊', en: 'patient got better' },
  PATIENT_DIED: { zh: '患者死亡', en: 'patient died' },
  PATIENT_CONTACT_FAILED: { zh: '联系不上患者', en: 'patient could not be reached' },
  TREATED_ELSEWHERE: { zh: '已在其他机构就诊', en: 'treated elsewhere' },
  OTHER_RECEIVER: { zh: '改转其他机构', en: 'another receiver is asked' },
  NO_CAPACITY: { zh: '无床位或号源', en: 'no capacity' },
  ENTERED_IN_ERROR: { zh: '误录入', en: 'entered in error' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies ValueSet;

/** Who called it off. A patient speaks through either side. */
export const calledOffBy = {
  SENDER: { zh: '转出机构', en: 'sender' },
  RECEIVER: { zh: '接诊机构', en: 'receiver' },
  PATIENT: { zh: '患者', en: 'patient' },
} as const satisfies ValueSet;

/** Who let the time pass in which an answer was due. */
export const lapsedWith = {
  REVIEWER: { zh: '审核机构', en: 'reviewer' },
  RECEIVER: { zh: '接诊机构', en: 'receiver' },
  SENDER: { zh: '转出机构', en: 'sender' },
} as const satisfies ValueSet;

/** Who says that the patient did not come. */
export const noShowMarkedBy = {
  RECEIVER: { zh: '接诊机构', en: 'receiver' },
  SYSTEM: { zh: '系统', en: 'system' },
} as const satisfies ValueSet;

/** Documents that follow the patient, by the codes of the health data set. */
export const recordType = {
  'HSDC00.05': { zh: '转诊记录', en: 'referral record' },
  'HSDC00.09': { zh: '检验报告', en: 'laboratory report' },
  'HSDC00.11': { zh: '西药处方', en: 'prescription' },
  'HSDC00.23': { zh: '出院小结', en: 'discharge summary' },
} as const satisfies ValueSet;
