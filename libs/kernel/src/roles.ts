/** The roles of callers (claim `role`), a closed value set. */
export const roles = {
  VILLAGE_CLINIC: { zh: '村卫生室', en: 'village clinic' },
  TOWNSHIP_CENTRE: { zh: '乡镇卫生院', en: 'township health centre' },
  COUNTY_HOSPITAL: { zh: '县级医院', en: 'county hospital' },
  HEALTH_BUREAU: { zh: '卫生健康局', en: 'health bureau' },
  INSURANCE_BUREAU: { zh: '医疗保障局', en: 'insurance bureau' },
  REGISTRAR: { zh: '主数据管理员', en: 'master data registrar' },
  OPERATOR: { zh: '运维人员', en: 'IT operator' },
  ANALYST: { zh: '数据分析人员', en: 'analyst' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Role = keyof typeof roles;
export const roleCodes = Object.keys(roles) as Role[];

/** Roles that see the whole county; the others see their own institution, its subtree, and their counterparts. */
export const countyWideRoles: readonly Role[] = ['HEALTH_BUREAU', 'INSURANCE_BUREAU', 'REGISTRAR', 'OPERATOR', 'ANALYST'];
