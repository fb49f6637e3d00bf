import { setVersion, type IndicatorCode, type IndicatorDefinition } from './indicator-definition.ts';

const always = { setVersion, period: 'MONTH', nullIfDenominatorZero: true } as const;
const bothEnds = {
  zh: '转出机构与转入机构各计一次，村卫生室计入所属乡镇',
  en: 'counts once for the unit of the sender and once for the unit of the receiver',
};

/** The five indicators of the circle, in the order in which they are shown. Targets and weights are the scheme's. */
export const indicators: Readonly<Record<IndicatorCode, IndicatorDefinition>> = {
  'REF-RATIO': {
    ...always,
    code: 'REF-RATIO',
    name: { zh: '双向转诊比例', en: 'Down-referrals to up-referrals' },
    numerator: { zh: '期内到诊的下转人次', en: 'down-referrals that arrived in the period' },
    denominator: { zh: '期内到诊的上转人次', en: 'up-referrals that arrived in the period' },
    unit: 'RATIO',
    direction: 'UP',
    scope: bothEnds,
    source: 'Zhejiang 2017, 三(三): ratio of two-way referrals, without a number',
    exclusions: { zh: '平转；未到诊的转诊', en: 'lateral referrals; whoever did not arrive' },
    factTopics: ['referrals.referral.v1'],
  },
  'REF-LOOP': {
    ...always,
    code: 'REF-LOOP',
    name: { zh: '转诊闭环率', en: 'Up-referrals closed by a follow-up in time' },
    numerator: {
      zh: '其中到诊后规定天数内随访完成并结案的人次（天数见县域配置）',
      en: 'of these, closed by a follow-up within the days after arrival that the county profile sets',
    },
    denominator: { zh: '期内到诊的上转人次', en: 'up-referrals that arrived in the period' },
    unit: 'RATIO',
    direction: 'UP',
    scope: bothEnds,
    source: 'assumption, after the closed loop of Deqing 2019, 二(一)3',
    exclusions: { zh: '无；死亡结案者仍计入分母', en: 'none; a referral closed by death stays in the denominator' },
    factTopics: ['referrals.referral.v1'],
  },
  'CON-COV': {
    ...always,
    code: 'CON-COV',
    name: { zh: '家庭医生签约率', en: 'Contract coverage' },
    numerator: { zh: '其中当日有有效签约的人数', en: 'of these, persons with a contract in force on that day' },
    denominator: {
      zh: '期末当日的居民人数（县域配置可限于重点人群）',
      en: 'residents on the last day; the county profile may restrict them to priority groups',
    },
    unit: 'RATIO',
    direction: 'UP',
    scope: { zh: '按居民的责任机构', en: "by the resident's home institution, as it is now known" },
    source: 'Zhejiang 2017, 二(八): contract rate; Deqing 2019, 二(一): of priority groups',
    exclusions: { zh: '当日已死亡、迁出或已合并的记录', en: 'who has died or moved away by that day; merged records' },
    factTopics: ['registry.resident.v1', 'contracts.contract.v1', 'public-health.enrolment.v1'],
  },
  'COST-IP': {
    ...always,
    code: 'COST-IP',
    name: { zh: '次均住院费用', en: 'Inpatient cost per discharge' },
    numerator: { zh: '期内出院者的住院总费用', en: 'total cost of the stays that ended in the period' },
    denominator: { zh: '期内出院人次', en: 'discharges in the period' },
    unit: 'YUAN',
    direction: 'DOWN',
    scope: { zh: '按就诊机构', en: 'by the institution that treated' },
    source: 'Zhejiang 2017, 三(三): control of cost',
    exclusions: { zh: '门诊；无结算清单的出院', en: 'outpatient care; stays without a settlement list' },
    factTopics: ['settlement.claim.v1'],
  },
  'PH-HTN-C': {
    ...always,
    code: 'PH-HTN-C',
    name: { zh: '高血压控制率', en: 'Hypertension control' },
    numerator: { zh: '其中最近一次随访血压达标的人数', en: 'of these, persons whose last reading was at target' },
    denominator: { zh: '期末当日在管高血压患者', en: 'patients in the care of the programme on the last day' },
    unit: 'RATIO',
    direction: 'UP',
    scope: { zh: '按管理机构', en: 'by the institution that manages the patient' },
    source: 'norm: NBPHS third edition 2017',
    exclusions: {
      zh: '失访视为未控制（县域配置可改为不计入）',
      en: 'none: who is lost is not controlled, unless the county profile leaves the lost out',
    },
    factTopics: ['public-health.enrolment.v1', 'public-health.task.v1'],
  },
};

export const indicatorCodes = Object.keys(indicators) as readonly IndicatorCode[];

export function isIndicatorCode(code: string): code is IndicatorCode {
  return Object.hasOwn(indicators, code);
}
