import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const capacityRefusals = {
  notFound: {
    code: 'referrals.capacity.not-found',
    kind: 'not-found',
    titleZh: '号源或床位不存在',
    titleEn: 'There are no such beds or slots',
  },
  unknown: {
    code: 'referrals.capacity.unknown',
    kind: 'rule',
    titleZh: '号源或床位不存在',
    titleEn: 'There are no such beds or slots',
  },
  ofAnotherInstitution: {
    code: 'referrals.capacity.of-another-institution',
    kind: 'rule',
    titleZh: '号源或床位不属于接诊机构',
    titleEn: 'The beds or slots belong to another institution than the receiver',
  },
  ofOtherKind: {
    code: 'referrals.capacity.of-other-kind',
    kind: 'rule',
    titleZh: '住院须预留床位，门诊须预留号源',
    titleEn: 'An inpatient needs a bed, an outpatient a slot',
  },
  notOnThoseDays: {
    code: 'referrals.capacity.not-on-those-days',
    kind: 'rule',
    titleZh: '号源或床位在该日期未开放',
    titleEn: 'The beds or slots are not open on that day',
  },
  exhausted: {
    code: 'referrals.capacity.exhausted',
    kind: 'conflict',
    titleZh: '号源或床位已满',
    titleEn: 'No bed or slot is free any more',
  },
  daysReversed: {
    code: 'referrals.capacity.days-reversed',
    kind: 'rule',
    titleZh: '开放日期起止颠倒',
    titleEn: 'The last day is before the first',
  },
} as const satisfies Record<string, RefusalDefinition>;
