import { block, codeOf, decimalString, institutionCode, orNull } from '../fields.ts';

export const institutionScore = block(
  {
    institutionCode: institutionCode('Institution (机构)'),
    score: decimalString('Score (得分)', 'points of 100'),
    coefficient: decimalString('What money is multiplied by (挂钩系数)'),
  },
  'Score of one institution (机构得分)',
);

/** Numerator and denominator are kept, so that a rate can be recomputed and added up. */
export const indicatorValue = block(
  {
    code: codeOf('Indicator (指标编码)'),
    institutionCode: institutionCode('Institution, or the root for the whole county (机构)'),
    numerator: decimalString('Numerator (分子)'),
    denominator: decimalString('Denominator (分母)'),
    value: orNull(decimalString("Value in the indicator's unit; null where the denominator is zero (指标值)")),
  },
  'One indicator of one institution (指标值)',
);
