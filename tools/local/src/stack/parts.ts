import { serviceSchemas, type ServiceName } from '@yigongti/database';

/** What a person reads beside a service's name. */
const labels: Record<ServiceName, { zh: string; en: string }> = {
  registry: { zh: '主数据', en: 'places, people, catalogues, encounters' },
  contracts: { zh: '家医签约', en: 'family-doctor teams and contracts' },
  referrals: { zh: '双向转诊', en: 'two-way referrals' },
  'public-health': { zh: '公共卫生', en: 'programmes and follow-up tasks' },
  settlement: { zh: '医保结算', en: 'claims, fund pools, monthly clearing' },
  assessment: { zh: '绩效考核', en: 'indicators, schemes, results' },
};

export interface ServicePart {
  readonly name: ServiceName;
  /** Schema and database role. */
  readonly schema: string;
  readonly labelZh: string;
  readonly labelEn: string;
}

/** The services in the order in which a person reads them. */
export const serviceParts: readonly ServicePart[] = (Object.keys(serviceSchemas) as ServiceName[]).map((name) => ({
  name,
  schema: serviceSchemas[name],
  labelZh: labels[name].zh,
  labelEn: labels[name].en,
}));
