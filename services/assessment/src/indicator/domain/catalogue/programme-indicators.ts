import { always, townUnits, type BilingualText, type Definitions } from '../indicator-definition.ts';

const managed = {
  ...always,
  unit: 'RATIO',
  direction: 'UP',
  appliesTo: townUnits,
} as const;
const control = {
  ...managed,
  scope: { zh: '按管理机构', en: 'by the institution that manages the patient' },
  exclusions: {
    zh: '失访视为未控制（县域配置可改为不计入）',
    en: 'none: who is lost is not controlled, unless the county profile leaves the lost out',
  },
  records: { numerator: 'ENROLMENT', denominator: 'ENROLMENT' },
  factTopics: ['public-health.enrolment.v1', 'public-health.task.v1'],
} as const;
const inCare = (zh: string): BilingualText => ({
  zh: `期末当日在管${zh}患者`,
  en: 'patients in the care of the programme on the last day',
});

/** Long-term care of the basic public health services (基本公共卫生服务), as it stands on the last day. */
export const programmeIndicators: Definitions<'PH-HTN-M' | 'PH-HTN-C' | 'PH-DM-C'> = {
  'PH-HTN-M': {
    ...managed,
    code: 'PH-HTN-M',
    name: { zh: '高血压患者管理率', en: 'Hypertension in care' },
    numerator: inCare('高血压'),
    denominator: {
      zh: '估算的高血压患者人数：期末居民按年龄乘患病率（县域配置），四舍五入为整数人',
      en: 'estimated patients: residents on the last day times the prevalence of their age as the county profile sets it, in whole persons',
    },
    formula: 'count(open HTN enrolments) / round(sum(residents x prevalence[age]))',
    scope: {
      zh: '分子按管理机构，分母按居民的责任机构',
      en: 'patients by the institution that manages them, residents by their home institution',
    },
    source: 'norm: NBPHS third edition 2017, hypertension: patients are estimated by the prevalence among adults',
    exclusions: {
      zh: '分母不含当日已死亡、迁出或已合并的记录',
      en: 'the estimate leaves out who has died or moved away by that day, and merged records',
    },
    records: { numerator: 'ENROLMENT', denominator: 'RESIDENT' },
    factTopics: ['public-health.enrolment.v1', 'registry.resident.v1'],
  },
  'PH-HTN-C': {
    ...control,
    code: 'PH-HTN-C',
    name: { zh: '高血压控制率', en: 'Hypertension control' },
    numerator: { zh: '其中最近一次随访血压达标的人数', en: 'of these, persons whose last reading was at target' },
    denominator: inCare('高血压'),
    formula: 'count(open HTN enrolments, last reading within readingDays at target) / count(open HTN enrolments)',
    source: 'norm: NBPHS third edition 2017',
  },
  'PH-DM-C': {
    ...control,
    code: 'PH-DM-C',
    name: { zh: '糖尿病血糖控制率', en: 'Diabetes control' },
    numerator: {
      zh: '其中最近一次随访空腹血糖达标的人数',
      en: 'of these, persons whose last fasting glucose was at target',
    },
    denominator: inCare('2型糖尿病'),
    formula: 'count(open T2DM enrolments, last reading within readingDays at target) / count(open T2DM enrolments)',
    source: 'norm: NBPHS third edition 2017, type 2 diabetes',
  },
};
