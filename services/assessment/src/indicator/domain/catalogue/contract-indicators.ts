import { always, townUnits, type Definitions } from '../indicator-definition.ts';

const contracts = {
  ...always,
  unit: 'RATIO',
  direction: 'UP',
  numerator: { zh: '其中当日有有效签约的人数', en: 'of these, persons with a contract in force on that day' },
  scope: { zh: '按居民的责任机构', en: "by the resident's home institution, as it is now known" },
  appliesTo: townUnits,
  exclusions: { zh: '当日已死亡、迁出或已合并的记录', en: 'who has died or moved away by that day; merged records' },
  records: { numerator: 'RESIDENT', denominator: 'RESIDENT' },
} as const;

/** Family-doctor contracts (家庭医生签约), as they stand on the last day. */
export const contractIndicators: Definitions<'CON-COV' | 'CON-PRIO'> = {
  'CON-COV': {
    ...contracts,
    code: 'CON-COV',
    name: { zh: '家庭医生签约率', en: 'Contract coverage' },
    denominator: { zh: '期末当日的居民人数', en: 'residents on the last day' },
    formula: 'count(residents, contract in force) / count(residents)',
    source: 'Zhejiang 2017, 二(八): contract rate of the population',
    factTopics: ['registry.resident.v1', 'contracts.contract.v1'],
  },
  'CON-PRIO': {
    ...contracts,
    code: 'CON-PRIO',
    name: { zh: '重点人群签约率', en: 'Contract coverage of priority groups' },
    denominator: {
      zh: '期末当日的重点人群：按年龄（县域配置）或在管项目患者，一人只计一次',
      en: 'residents on the last day who belong to a priority group, by age as the county profile says or by an open enrolment; each once',
    },
    formula: 'count(priority residents, contract in force) / count(priority residents)',
    source: 'Deqing 2019, 二(一): contract rate of priority groups',
    factTopics: ['registry.resident.v1', 'contracts.contract.v1', 'public-health.enrolment.v1'],
  },
};
