import type { ValueSet } from '../value-set.ts';

/** Where an institution stands in the county's three levels. */
export const institutionLevel = {
  COUNTY: { zh: '县级', en: 'county' },
  TOWNSHIP: { zh: '乡镇级', en: 'township' },
  VILLAGE: { zh: '村级', en: 'village' },
} as const satisfies ValueSet;

export const institutionKind = {
  HEALTH_BUREAU: { zh: '卫生健康局', en: 'health bureau' },
  INSURANCE_BUREAU: { zh: '医疗保障局', en: 'insurance bureau' },
  CONSORTIUM: { zh: '医共体', en: 'consortium' },
  HOSPITAL: { zh: '综合医院', en: 'general hospital' },
  TCM_HOSPITAL: { zh: '中医医院', en: 'TCM hospital' },
  MCH_HOSPITAL: { zh: '妇幼保健院', en: 'maternal and child health hospital' },
  CDC: { zh: '疾病预防控制中心', en: 'centre for disease control' },
  TOWNSHIP_HEALTH_CENTRE: { zh: '乡镇卫生院', en: 'township health centre' },
  COMMUNITY_HEALTH_CENTRE: { zh: '社区卫生服务中心', en: 'community health centre' },
  VILLAGE_CLINIC: { zh: '村卫生室', en: 'village clinic' },
} as const satisfies ValueSet;

/** Row of the benefit table that an institution settles by (hi_setl_lv). */
export const settlementLevel = {
  VILLAGE: { zh: '村级', en: 'village' },
  TOWNSHIP: { zh: '乡镇', en: 'township' },
  LEVEL_1: { zh: '一级', en: 'level 1' },
  LEVEL_2: { zh: '二级', en: 'level 2' },
  LEVEL_3: { zh: '三级', en: 'level 3' },
} as const satisfies ValueSet;

/** What a practitioner is to residents and teams; a contract team has one GP as leader (Deqing 2018). */
export const practitionerRole = {
  GP: { zh: '全科医生', en: 'general practitioner' },
  SPECIALIST: { zh: '专科医生', en: 'specialist' },
  NURSE: { zh: '护士', en: 'nurse' },
  PH_DOCTOR: { zh: '公卫医师', en: 'public-health doctor' },
  VILLAGE_DOCTOR: { zh: '乡村医生', en: 'village doctor' },
  TCM_DOCTOR: { zh: '中医师', en: 'TCM doctor' },
  PHARMACIST: { zh: '药师', en: 'pharmacist' },
  HEALTH_MANAGER: { zh: '健康管理师', en: 'health manager' },
  MCH: { zh: '妇幼保健人员', en: 'maternal and child health worker' },
  CDC_STAFF: { zh: '疾控人员', en: 'disease control worker' },
  SOCIAL_WORKER: { zh: '社工', en: 'social worker' },
} as const satisfies ValueSet;

/** GB/T 2261.1 */
export const sex = {
  '0': { zh: '未知的性别', en: 'unknown' },
  '1': { zh: '男', en: 'male' },
  '2': { zh: '女', en: 'female' },
  '9': { zh: '未说明的性别', en: 'not stated' },
} as const satisfies ValueSet;

export const residentInsuranceType = {
  RESIDENT: { zh: '城乡居民基本医疗保险', en: 'resident insurance' },
  EMPLOYEE: { zh: '职工基本医疗保险', en: 'employee insurance' },
  NONE: { zh: '未参保', en: 'not insured here' },
} as const satisfies ValueSet;

export const encounterKind = {
  OUTPATIENT: { zh: '门诊', en: 'outpatient visit' },
  EMERGENCY: { zh: '急诊', en: 'emergency visit' },
  ADMISSION: { zh: '入院', en: 'admission' },
  DISCHARGE: { zh: '出院', en: 'discharge' },
} as const satisfies ValueSet;
