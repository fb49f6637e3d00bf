import { block, codeFrom, codeOf, decimalString, unrestricted } from '../fields.ts';
import { scoring } from './value-sets.ts';

export const schemeItem = unrestricted(
  block(
    {
      indicatorCode: unrestricted(codeOf('Indicator (指标编码)')),
      weight: unrestricted(decimalString('Its weight (权重)', 'points of 100')),
      scoring: unrestricted(codeFrom(scoring, 'How a value becomes points (计分方法)')),
      target: unrestricted(decimalString("Value that earns the whole weight, in the indicator's unit (目标值)")),
    },
    'One indicator of the scheme (指标)',
  ),
);
