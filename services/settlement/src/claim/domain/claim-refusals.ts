import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const claimRefusals = {
  notFound: {
    code: 'settlement.claim.not-found',
    kind: 'not-found',
    titleZh: '结算清单不存在',
    titleEn: 'There is no such claim',
  },
  reasonNotYours: {
    code: 'settlement.claim.reason-not-yours',
    kind: 'forbidden',
    titleZh: '审核扣除仅限医疗保障局',
    titleEn: 'Only the insurance bureau strikes a claim out by an audit',
  },
  institutionUnknown: {
    code: 'settlement.claim.institution-not-projected',
    kind: 'not-projected',
    titleZh: '机构尚未同步或不在管辖范围内',
    titleEn: 'This institution is not known here yet, or is not yours',
  },
  residentUnknown: {
    code: 'settlement.claim.resident-not-projected',
    kind: 'not-projected',
    titleZh: '居民信息尚未同步，请稍后重试',
    titleEn: 'This resident is not known here yet; try again later',
  },
  otherContent: {
    code: 'settlement.claim.other-content-same-version',
    kind: 'conflict',
    titleZh: '同一清单版本已接收，内容不同',
    titleEn: 'This version of the list is here already with other content',
  },
  olderVersion: {
    code: 'settlement.claim.older-version',
    kind: 'conflict',
    titleZh: '已接收该清单的更高版本',
    titleEn: 'A higher version of the list is here already',
  },
  alreadyReversed: {
    code: 'settlement.claim.already-reversed',
    kind: 'conflict',
    titleZh: '该清单已冲销',
    titleEn: 'The claim has been reversed already',
  },
  institutionSettlesNothing: {
    code: 'settlement.claim.institution-settles-nothing',
    kind: 'rule',
    titleZh: '该机构无医保结算等级',
    titleEn: 'The institution has no settlement level',
  },
  residentMerged: {
    code: 'settlement.claim.resident-merged',
    kind: 'rule',
    titleZh: '居民档案已合并，请使用合并后的档案',
    titleEn: 'The record was merged into another; use that one',
  },
  admittedAfterDeath: {
    code: 'settlement.claim.admitted-after-death',
    kind: 'rule',
    titleZh: '入院日期晚于死亡日期',
    titleEn: 'Admitted after the resident had died',
  },
  insuranceDiffers: {
    code: 'settlement.claim.insurance-differs',
    kind: 'rule',
    titleZh: '险种与参保登记不符',
    titleEn: 'The insurance is not the one the resident is registered with',
  },
  dischargedBeforeAdmitted: {
    code: 'settlement.claim.discharged-before-admitted',
    kind: 'rule',
    titleZh: '出院日期早于入院日期',
    titleEn: 'Discharged before being admitted',
  },
  dischargedLater: {
    code: 'settlement.claim.discharged-later',
    kind: 'rule',
    titleZh: '出院日期晚于清单发生时间',
    titleEn: 'Discharged after the list was made',
  },
  dischargeWayMissing: {
    code: 'settlement.claim.discharge-way-missing',
    kind: 'rule',
    titleZh: '住院清单须有离院方式',
    titleEn: 'A stay needs its way of discharge',
  },
  partsDoNotAddUp: {
    code: 'settlement.claim.parts-do-not-add-up',
    kind: 'rule',
    titleZh: '自费、超限、先行自付与政策范围内费用之和不等于总费用',
    titleEn: 'Own pay, over limit, pre-self-pay and scope do not add up to the total',
  },
  itemsDoNotAddUp: {
    code: 'settlement.claim.items-do-not-add-up',
    kind: 'rule',
    titleZh: '费用明细之和不等于总费用',
    titleEn: 'The charge items do not add up to the total',
  },
  noPolicy: {
    code: 'settlement.claim.no-policy',
    kind: 'rule',
    titleZh: '出院日期无有效支付政策',
    titleEn: 'No policy is in force on the day of discharge',
  },
  noBenefitRow: {
    code: 'settlement.claim.no-benefit-row',
    kind: 'rule',
    titleZh: '支付政策对该机构等级的此类就诊无待遇',
    titleEn: 'The policy has no benefit for this kind of visit at this level',
  },
} as const satisfies Record<string, RefusalDefinition>;
