import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const enrolmentRefusals = {
  notFound: {
    code: 'public-health.enrolment.not-found',
    kind: 'not-found',
    titleZh: '管理档案不存在',
    titleEn: 'There is no such enrolment',
  },
  residentUnknown: {
    code: 'public-health.enrolment.resident-not-projected',
    kind: 'not-projected',
    titleZh: '居民信息尚未同步，请稍后重试',
    titleEn: 'This resident is not known here yet; try again later',
  },
  institutionUnknown: {
    code: 'public-health.enrolment.institution-unknown',
    kind: 'not-projected',
    titleZh: '机构尚未同步或不在管辖范围内',
    titleEn: 'This institution is not known here yet, or is not yours',
  },
  residentGone: {
    code: 'public-health.enrolment.resident-gone',
    kind: 'rule',
    titleZh: '居民已死亡、迁出或并入其他记录',
    titleEn: 'The resident has died, moved away or been merged into another record',
  },
  enrolledAhead: {
    code: 'public-health.enrolment.enrolled-ahead',
    kind: 'rule',
    titleZh: '建档日期晚于上报日期',
    titleEn: 'The enrolment lies after the day of its report',
  },
  diagnosisUnfit: {
    code: 'public-health.enrolment.diagnosis-unfit',
    kind: 'rule',
    titleZh: '诊断不属于该项目管理范围',
    titleEn: 'The diagnosis is not one of this programme',
  },
  tooYoung: {
    code: 'public-health.enrolment.too-young',
    kind: 'rule',
    titleZh: '未达到项目管理年龄',
    titleEn: 'The resident is younger than the programme takes in',
  },
  alreadyEnrolled: {
    code: 'public-health.enrolment.already-enrolled',
    kind: 'conflict',
    titleZh: '该居民已在此项目管理中',
    titleEn: 'The resident is in the care of this programme already',
  },
} as const satisfies Record<string, RefusalDefinition>;
