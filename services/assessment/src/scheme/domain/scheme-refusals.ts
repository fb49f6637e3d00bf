import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const schemeRefusals = {
  notFound: {
    code: 'assessment.scheme.not-found',
    kind: 'not-found',
    titleZh: '考核方案不存在',
    titleEn: 'There is no such scheme',
  },
  versionTaken: {
    code: 'assessment.scheme.version-taken',
    kind: 'conflict',
    titleZh: '该版本的考核方案已发布',
    titleEn: 'This version of the scheme has been published',
  },
  weightsNotHundred: {
    code: 'assessment.scheme.weights-not-hundred',
    kind: 'rule',
    titleZh: '权重之和须等于100',
    titleEn: 'The weights must sum to 100 exactly',
  },
  indicatorUnknown: {
    code: 'assessment.scheme.indicator-unknown',
    kind: 'rule',
    titleZh: '指标不在目录内',
    titleEn: 'The indicator is not in the catalogue',
  },
  indicatorRepeated: {
    code: 'assessment.scheme.indicator-repeated',
    kind: 'rule',
    titleZh: '同一指标重复列入方案',
    titleEn: 'An indicator stands twice in the scheme',
  },
  weightNotPositive: {
    code: 'assessment.scheme.weight-not-positive',
    kind: 'rule',
    titleZh: '权重须大于0',
    titleEn: 'A weight must be above 0',
  },
  targetNotPositive: {
    code: 'assessment.scheme.target-not-positive',
    kind: 'rule',
    titleZh: '目标值须大于0',
    titleEn: 'A target must be above 0',
  },
  scoringAgainstDirection: {
    code: 'assessment.scheme.scoring-against-direction',
    kind: 'rule',
    titleZh: '计分方法与指标导向相反',
    titleEn: 'The scoring rewards the wrong direction of the indicator',
  },
} as const satisfies Record<string, RefusalDefinition>;
