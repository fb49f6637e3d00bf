import { decimal, type Decimal, type DecimalInput } from '@yigongti/kernel';
import { deducted, meanRanks, qualified, ranked, tiered, type Band } from './graded.ts';
import { grown, inRange, linearDown, linearUp, type FullRange, type GrowthPath } from './linear.ts';

/** How a measured value becomes points of its weight (计分方法), with what the method needs to know. */
export type ScoringRule =
  | { readonly kind: 'LINEAR_UP' | 'LINEAR_DOWN'; readonly target: DecimalInput }
  | { readonly kind: 'TIER'; readonly bands: readonly Band[] }
  | ({ readonly kind: 'RANGE' } & FullRange)
  | ({ readonly kind: 'GROWTH' } & GrowthPath)
  /** The value is the number of faults. */
  | { readonly kind: 'DEDUCT'; readonly pointsEach: DecimalInput }
  /** The value is a grade. */
  | { readonly kind: 'QUAL'; readonly shares: Readonly<Record<string, DecimalInput>> }
  /** `peers` are the values of all who are ranked, this one among them. */
  | { readonly kind: 'RANK'; readonly peers: readonly DecimalInput[]; readonly better: 'HIGH' | 'LOW' };

/** Points, not rounded: rounding is once, at the end of the score. */
export function pointsOf(rule: ScoringRule, weight: DecimalInput, value: DecimalInput): Decimal {
  switch (rule.kind) {
    case 'LINEAR_UP':
      return linearUp(weight, value, rule.target);
    case 'LINEAR_DOWN':
      return linearDown(weight, value, rule.target);
    case 'TIER':
      return tiered(value, rule.bands);
    case 'RANGE':
      return inRange(weight, value, rule);
    case 'GROWTH':
      return grown(weight, value, rule);
    case 'DEDUCT':
      return deducted(weight, value, rule.pointsEach);
    case 'QUAL':
      return qualified(weight, String(value), rule.shares);
    case 'RANK':
      return ranked(weight, rankAmong(rule, value), rule.peers.length);
  }
}

function rankAmong({ peers, better }: ScoringRule & { kind: 'RANK' }, value: DecimalInput): Decimal {
  return meanRanks(peers, better)[peers.findIndex((peer) => decimal(peer).eq(value))]!;
}
