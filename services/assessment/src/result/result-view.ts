import type { InstitutionScore, Result, ResultIndicator } from './domain/result.ts';
import type { Clearing, ResultHead } from './result.repository.ts';

/** A result in a list; plain JSON. */
export interface ResultHeadView extends ResultHead {
  readonly allowedActions: readonly string[];
}

/** A result with the lines that the caller may see, and what it decided. */
export interface ResultView extends ResultHeadView {
  readonly scores: readonly InstitutionScore[];
  readonly indicators: readonly ResultIndicator[];
  readonly clearings: readonly Clearing[];
}

export function resultHeadView(head: ResultHead): ResultHeadView {
  const mayFreeze = head.state === 'PUBLISHED' && head.decidesMoney;
  return { ...head, allowedActions: mayFreeze ? ['freeze'] : [] };
}

export interface Visible {
  has(institutionCode: string): boolean;
}

export const everything: Visible = { has: () => true };

export function resultView(result: Result, clearings: readonly Clearing[], visible: Visible): ResultView {
  const { scores, indicators, ...head } = result;
  const isSeen = ({ institutionCode }: { institutionCode: string }) => visible.has(institutionCode);
  return {
    ...resultHeadView({ ...head, institutionCount: scores.length }),
    scores: scores.filter(isSeen),
    indicators: indicators.filter(isSeen),
    clearings,
  };
}
