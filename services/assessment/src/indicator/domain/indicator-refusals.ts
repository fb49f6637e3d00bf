import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const indicatorRefusals = {
  notFound: {
    code: 'assessment.indicator.not-found',
    kind: 'not-found',
    titleZh: '指标不存在',
    titleEn: 'There is no such indicator',
  },
  institutionNotFound: {
    code: 'assessment.indicator.institution-not-found',
    kind: 'not-found',
    titleZh: '没有该机构的指标',
    titleEn: 'There is no figure of such an institution',
  },
  notApplicable: {
    code: 'assessment.indicator.not-applicable',
    kind: 'rule',
    titleZh: '该指标不适用于此类机构',
    titleEn: 'The indicator does not measure institutions of that level',
  },
  countyUnknown: {
    code: 'assessment.indicator.county-not-projected',
    kind: 'not-projected',
    titleZh: '机构树尚未同步，请稍后重试',
    titleEn: 'The institutions of the county are not known here yet; try again later',
  },
  beforeProfile: {
    code: 'assessment.indicator.before-profile',
    kind: 'rule',
    titleZh: '该周期早于县域配置的生效日期',
    titleEn: 'The county profile sets no figures for a period as early as that',
  },
} as const satisfies Record<string, RefusalDefinition>;
