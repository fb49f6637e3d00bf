import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const policyRefusals = {
  notFound: {
    code: 'settlement.policy.not-found',
    kind: 'not-found',
    titleZh: '支付政策不存在',
    titleEn: 'There is no such policy',
  },
  catalogueUnknown: {
    code: 'settlement.policy.catalogue-not-projected',
    kind: 'not-projected',
    titleZh: '病种目录版本尚未同步，请稍后重试',
    titleEn: 'This version of the group catalogue is not known here yet; try again later',
  },
  alreadyPublished: {
    code: 'settlement.policy.already-published',
    kind: 'conflict',
    titleZh: '相同内容的政策已发布',
    titleEn: 'A policy of the same content is published already',
  },
  otherPolicyInForce: {
    code: 'settlement.policy.other-policy-in-force',
    kind: 'rule',
    titleZh: '同一险种在此期间已有其他政策',
    titleEn: 'Another policy is in force for this insurance in that period',
  },
  periodOutsideYear: {
    code: 'settlement.policy.period-outside-year',
    kind: 'rule',
    titleZh: '生效期间须在政策年度内',
    titleEn: 'The policy holds within its own year, from a first to a later last day',
  },
  fundingDoesNotAddUp: {
    code: 'settlement.policy.funding-does-not-add-up',
    kind: 'rule',
    titleZh: '筹资标准与各来源合计不符',
    titleEn: 'The sources do not add up to the funding per person',
  },
  premiumAboveFunding: {
    code: 'settlement.policy.premium-above-funding',
    kind: 'rule',
    titleZh: '大病保险资金高于筹资标准',
    titleEn: 'The big-illness premium is more than the funding',
  },
  reserveOutOfRange: {
    code: 'settlement.policy.reserve-out-of-range',
    kind: 'rule',
    titleZh: '预留比例须在0到1之间，且合计小于1',
    titleEn: 'Reserves are shares from 0, together less than 1',
  },
  levelMissing: {
    code: 'settlement.policy.level-missing',
    kind: 'rule',
    titleZh: '缺少该等级的一行',
    titleEn: 'A level has no row',
  },
  levelRepeated: {
    code: 'settlement.policy.level-repeated',
    kind: 'rule',
    titleZh: '该等级重复出现',
    titleEn: 'A level has two rows',
  },
  ratioOutOfRange: {
    code: 'settlement.policy.ratio-out-of-range',
    kind: 'rule',
    titleZh: '比例须在0到1之间',
    titleEn: 'A share is between 0 and 1',
  },
  higherLevelPaysMore: {
    code: 'settlement.policy.higher-level-pays-more',
    kind: 'rule',
    titleZh: '高等级机构支付比例不得高于低等级',
    titleEn: 'A higher level must not pay a larger share than a lower one',
  },
  higherLevelAsksLess: {
    code: 'settlement.policy.higher-level-asks-less',
    kind: 'rule',
    titleZh: '高等级机构起付线不得低于低等级',
    titleEn: 'A higher level must not have a smaller deductible than a lower one',
  },
  penaltyRewards: {
    code: 'settlement.policy.penalty-rewards',
    kind: 'rule',
    titleZh: '未转诊待遇不得优于转诊待遇',
    titleEn: 'Going without a referral must not pay more',
  },
  coefficientNotPositive: {
    code: 'settlement.policy.coefficient-not-positive',
    kind: 'rule',
    titleZh: '机构系数须大于0',
    titleEn: 'A coefficient is above 0',
  },
  deviationOutOfOrder: {
    code: 'settlement.policy.deviation-out-of-order',
    kind: 'rule',
    titleZh: '费用偏差界限须依次为：低界小于1，高界不小于1，极值大于高界',
    titleEn: 'Limits of deviation are in order: low below 1, high from 1, extreme above high',
  },
  deviationBeatsNormal: {
    code: 'settlement.policy.deviation-beats-normal',
    kind: 'rule',
    titleZh: '低倍率病例分值不得高于正常病例',
    titleEn: 'A case of low cost must not score more than a normal one',
  },
  ungroupedBeatsGrouped: {
    code: 'settlement.policy.ungrouped-beats-grouped',
    kind: 'rule',
    titleZh: '未入组病例分值须低于入组病例',
    titleEn: 'A case without a group must score less than any with one',
  },
  groupFaulty: {
    code: 'settlement.policy.group-faulty',
    kind: 'rule',
    titleZh: '病种目录条目不完整',
    titleEn: 'An entry of the group catalogue is not complete',
  },
} as const satisfies Record<string, RefusalDefinition>;
