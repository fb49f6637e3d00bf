import { decimal, type Decimal, type DecimalInput } from '@yigongti/kernel';

/** One weighted indicator of a scheme. */
export interface WeightedItem {
  readonly indicatorCode: string;
  readonly weight: DecimalInput;
  /** Part of the scheme that the item belongs to, where the scheme has parts (维度). */
  readonly dimension?: string;
}

const sum = (items: readonly WeightedItem[]) => items.reduce((running, { weight }) => running.plus(weight), decimal(0));

/**
 * The weights when the items of `nullCodes` cannot be measured: each keeps its proportion, and what the excluded ones had goes to the
 * others of their dimension. A dimension without any value gives its weight to the rest of the scheme, so that the full weight stays.
 */
export function spreadWeights(items: readonly WeightedItem[], nullCodes: ReadonlySet<string>): Map<string, Decimal> {
  const measured = items.filter(({ indicatorCode }) => !nullCodes.has(indicatorCode));
  const dimensions = new Set(measured.map(({ dimension }) => dimension));
  const whole = sum(items).div(sum(items.filter(({ dimension }) => dimensions.has(dimension))));
  return new Map(
    measured.map(({ indicatorCode, weight, dimension }) => {
      const inDimension = (item: WeightedItem) => item.dimension === dimension;
      const share = sum(items.filter(inDimension)).div(sum(measured.filter(inDimension)));
      return [indicatorCode, decimal(weight).times(share).times(whole)];
    }),
  );
}
