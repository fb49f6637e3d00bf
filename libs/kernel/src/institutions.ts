/** Where an institution stands in the county's three levels. The Chinese and English labels stand with the events' value sets. */
export type InstitutionLevel = 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

export type InstitutionKind =
  | 'HEALTH_BUREAU'
  | 'INSURANCE_BUREAU'
  | 'CONSORTIUM'
  | 'HOSPITAL'
  | 'TCM_HOSPITAL'
  | 'MCH_HOSPITAL'
  | 'CDC'
  | 'TOWNSHIP_HEALTH_CENTRE'
  | 'COMMUNITY_HEALTH_CENTRE'
  | 'VILLAGE_CLINIC';

/** Row of the benefit table that an institution settles by (hi_setl_lv). */
export type SettlementLevel = 'VILLAGE' | 'TOWNSHIP' | 'LEVEL_1' | 'LEVEL_2' | 'LEVEL_3';
