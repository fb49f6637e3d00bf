import {
  compareKeys,
  digestOf,
  refuse,
  throwIfRefused,
  type ExplanationStep,
  type Instant,
  type Month,
  type Uuid,
} from '@yigongti/kernel';
import { resultRefusals } from './result-refusals.ts';

/** PUBLISHED may be looked at and, later, appealed against; money uses FROZEN only. */
export type ResultState = 'PUBLISHED' | 'FROZEN';

export interface InstitutionScore {
  readonly institutionCode: string;
  readonly score: string;
  readonly coefficient: string;
  readonly rectification: boolean;
  /** Indicators without a denominator or that do not apply, whose weight went to the others. */
  readonly excludedCodes: readonly string[];
  readonly steps: readonly ExplanationStep[];
}

/** A measured indicator as it is kept: exact decimal text. */
export interface ResultIndicator {
  readonly code: string;
  readonly institutionCode: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string | null;
}

/** The result of a period (考核结果): a snapshot of what was measured and what it was scored as. */
export interface Result {
  readonly resultId: Uuid;
  readonly period: Month;
  readonly schemeId: Uuid;
  /** 1 for the first of a period; a re-opened period would make the next. */
  readonly resultVersion: number;
  readonly state: ResultState;
  /** Whether the county lets periods of this kind decide money. */
  readonly decidesMoney: boolean;
  readonly profileVersion: string;
  readonly digest: string;
  readonly publishedAt: Instant;
  readonly frozenAt: Instant | null;
  /** By institution. Who had no indicator with a denominator is not scored. */
  readonly scores: readonly InstitutionScore[];
  /** By indicator and institution; the county's own under the health bureau. */
  readonly indicators: readonly ResultIndicator[];
  readonly version: number;
}

export type Publication = Omit<Result, 'resultVersion' | 'state' | 'digest' | 'frozenAt' | 'version'>;

/** The first version of a period's result. */
export function publishResult(publication: Publication): Result {
  const ordered = inOrder(publication);
  return { ...ordered, resultVersion: 1, state: 'PUBLISHED', digest: digestOfResult(ordered), frozenAt: null, version: 1 };
}

/** Lines in code point order, the one order that is the same in every program and database. */
export function inOrder<Lines extends Pick<Result, 'scores' | 'indicators'>>(lines: Lines): Lines {
  const byInstitution = (a: { institutionCode: string }, b: { institutionCode: string }) =>
    compareKeys(a.institutionCode, b.institutionCode);
  return {
    ...lines,
    scores: [...lines.scores].sort(byInstitution),
    indicators: [...lines.indicators].sort((a, b) => compareKeys(a.code, b.code) || byInstitution(a, b)),
  };
}

/** Who receives the scores and indicators can recompute it: they stand in the event as they stand here. */
function digestOfResult(publication: Publication): string {
  const scores = publication.scores.map(({ institutionCode, score, coefficient }) => ({ institutionCode, score, coefficient }));
  return digestOf({ scores, indicators: publication.indicators.map((indicator) => ({ ...indicator })) });
}

/** From here on nothing changes any more. @throws Refused `already-frozen` or `monitor-only` */
export function freezeResult(result: Result, frozenAt: Instant): Result {
  throwIfRefused([
    result.state === 'FROZEN' ? refuse(resultRefusals.alreadyFrozen) : null,
    result.decidesMoney ? null : refuse(resultRefusals.monitorOnly),
  ]);
  return { ...result, state: 'FROZEN', frozenAt, version: result.version + 1 };
}
