import type { Uuid } from '@yigongti/kernel';
import type { Correction, InstitutionScore, Result, ResultIndicator } from './domain/result.ts';
import type { Clearing, ResultHead } from './result.repository.ts';

/** A result in a list; plain JSON. */
export interface ResultHeadView extends ResultHead {
  /** The version that took its place; this one stays as it was. */
  readonly supersededByResultId: Uuid | null;
  readonly allowedActions: readonly string[];
}

/** A result with the lines that the caller may see, and what it decided. */
export interface ResultView extends ResultHeadView {
  readonly scores: readonly InstitutionScore[];
  readonly indicators: readonly ResultIndicator[];
  readonly corrections: readonly Correction[];
  readonly clearings: readonly Clearing[];
}

export function resultHeadView(head: ResultHead, supersededByResultId: Uuid | null): ResultHeadView {
  const mayFreeze = head.state === 'PUBLISHED' && head.decidesMoney && supersededByResultId === null;
  return { ...head, supersededByResultId, allowedActions: mayFreeze ? ['freeze'] : [] };
}

export interface Visible {
  has(institutionCode: string): boolean;
}

export const everything: Visible = { has: () => true };

/** What is known of a result besides itself. */
export interface Aftermath {
  readonly clearings: readonly Clearing[];
  readonly supersededByResultId: Uuid | null;
}

export const nothingYet: Aftermath = { clearings: [], supersededByResultId: null };

export function resultView(result: Result, { clearings, supersededByResultId }: Aftermath, visible: Visible): ResultView {
  const { scores, indicators, subjects: _, corrections, ...head } = result;
  const isSeen = ({ institutionCode }: { institutionCode: string }) => visible.has(institutionCode);
  return {
    ...resultHeadView({ ...head, institutionCount: scores.length }, supersededByResultId),
    scores: scores.filter(isSeen),
    indicators: indicators.filter(isSeen),
    corrections: corrections.filter(isSeen),
    clearings,
  };
}
