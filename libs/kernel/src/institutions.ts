/** Where an institution stands in the county's three levels. */
export const institutionLevels = {
  COUNTY: { zh: '县级', en: 'county' },
  TOWNSHIP: { zh: '乡镇级', en: 'township' },
  VILLAGE: { zh: '村级', en: 'village' },
} as const;
export type InstitutionLevel = keyof typeof institutionLevels;

export const institutionKinds = {
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
} as const;
export type InstitutionKind = keyof typeof institutionKinds;

/** Row of the benefit table that an institution settles by (hi_setl_lv). */
export const settlementLevels = {
  VILLAGE: { zh: '村级', en: 'village' },
  TOWNSHIP: { zh: '乡镇', en: 'township' },
  LEVEL_1: { zh: '一级', en: 'level 1' },
  LEVEL_2: { zh: '二级', en: 'level 2' },
  LEVEL_3: { zh: '三级', en: 'level 3' },
} as const;
export type SettlementLevel = keyof typeof settlementLevels;
