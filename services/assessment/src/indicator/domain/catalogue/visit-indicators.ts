import { always, everyUnit, townUnits, type Definitions } from '../indicator-definition.ts';

/** Where people are treated, and what it costs (就诊与费用). */
export const visitIndicators: Definitions<'VIS-PRIM-A' | 'COST-IP'> = {
  'VIS-PRIM-A': {
    ...always,
    code: 'VIS-PRIM-A',
    name: { zh: '基层就诊率', en: 'Primary share of visits' },
    numerator: { zh: '其中在乡镇、社区和村级机构就诊的人次', en: 'of these, at township, community and village units' },
    denominator: {
      zh: '期内县域内就诊人次（门诊、急诊、入院）',
      en: 'visits inside the county in the period: outpatient, emergency, admission',
    },
    formula: 'count(visits, place level in TOWNSHIP, VILLAGE) / count(visits)',
    unit: 'RATIO',
    direction: 'UP',
    scope: {
      zh: '全县按就诊发生地计；乡镇按居民的责任机构计其居民的就诊',
      en: 'for the county by the place of the visit; for a town the visits of the residents that it is responsible for',
    },
    appliesTo: townUnits,
    source: 'Zhejiang 2017, 二(七): 65 %; scope A, primary visits of all visits in the county',
    exclusions: {
      zh: '县域外就诊；出院（入院时已计）；机构未登记的就诊',
      en: 'visits out of the county; discharges, counted at admission; visits at a place that the registry does not know',
    },
    records: { numerator: 'ENCOUNTER', denominator: 'ENCOUNTER' },
    factTopics: ['registry.encounter.v1', 'registry.resident.v1'],
  },
  'COST-IP': {
    ...always,
    code: 'COST-IP',
    name: { zh: '次均住院费用', en: 'Inpatient cost per discharge' },
    numerator: { zh: '期内出院者的住院总费用', en: 'total cost of the stays that ended in the period' },
    denominator: { zh: '期内出院人次', en: 'discharges in the period' },
    formula: 'sum(total cost of stays) / count(stays)',
    unit: 'YUAN',
    direction: 'DOWN',
    scope: { zh: '按就诊机构', en: 'by the institution that treated' },
    appliesTo: everyUnit,
    source: 'Zhejiang 2017, 三(三): control of cost',
    exclusions: { zh: '门诊；无结算清单的出院', en: 'outpatient care; stays without a settlement list' },
    records: { numerator: 'CLAIM', denominator: 'CLAIM' },
    factTopics: ['settlement.claim.v1'],
  },
};
