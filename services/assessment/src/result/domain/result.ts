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

/** PUBLISHED may be looked at and appealed against; money uses FROZEN only. */
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

/** An institution as it was compared: by the level that it then had. */
export interface ResultSubject {
  readonly institutionCode: string;
  readonly peerGroup: string;
}

export interface Fraction {
  /** Exact decimal text in the unit of the indicator. */
  readonly numerator: string;
  readonly denominator: string;
}

/** A line that a version puts right, and by which appeal. Lines without one stand as in the version before. */
export interface Correction {
  readonly appealId: Uuid;
  readonly code: string;
  readonly institutionCode: string;
  readonly before: Fraction;
  readonly after: Fraction;
}

/** The result of a period (考核结果): a snapshot of what was measured and what it was scored as. */
export interface Result {
  readonly resultId: Uuid;
  readonly period: Month;
  readonly schemeId: Uuid;
  /** 1 for the first of a period; a re-opened period makes the next. */
  readonly resultVersion: number;
  /** The version that this one follows; that one stays as it is. */
  readonly supersedesResultId: Uuid | null;
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
  /** Who was measured, by institution. */
  readonly subjects: readonly ResultSubject[];
  /** What differs from the version before, by indicator and institution; none in the first. */
  readonly corrections: readonly Correction[];
  readonly version: number;
}

export type Publication = Omit<
  Result,
  'resultVersion' | 'supersedesResultId' | 'state' | 'digest' | 'frozenAt' | 'corrections' | 'version'
>;

const fresh = { state: 'PUBLISHED', frozenAt: null, version: 1 } as const;

/** The first version of a period's result. */
export function publishResult(publication: Publication): Result {
  const ordered = inOrder({ ...publication, corrections: [] });
  return { ...ordered, ...fresh, resultVersion: 1, supersedesResultId: null, digest: digestOfResult(ordered) };
}

export type Reopening = Pick<Result, 'resultId' | 'publishedAt' | 'scores' | 'indicators' | 'corrections'>;

/** The next version of a period: the lines that appeals put right, all others as they stood. */
export function reopenResult(earlier: Result, reopening: Reopening): Result {
  const ordered = inOrder({ ...earlier, ...reopening });
  return {
    ...ordered,
    ...fresh,
    resultVersion: earlier.resultVersion + 1,
    supersedesResultId: earlier.resultId,
    digest: digestOfResult(ordered),
  };
}

/** Lines in code point order, the one order that is the same in every program and database. */
export function inOrder<Lines extends Pick<Result, 'scores' | 'indicators' | 'subjects' | 'corrections'>>(lines: Lines): Lines {
  const byInstitution = (a: { institutionCode: string }, b: { institutionCode: string }) =>
    compareKeys(a.institutionCode, b.institutionCode);
  return {
    ...lines,
    scores: [...lines.scores].sort(byInstitution),
    indicators: [...lines.indicators].sort((a, b) => compareKeys(a.code, b.code) || byInstitution(a, b)),
    subjects: [...lines.subjects].sort(byInstitution),
    corrections: [...lines.corrections].sort((a, b) => compareKeys(a.code, b.code) || byInstitution(a, b)),
  };
}

/** Who receives the scores and indicators can recompute it: they stand in the event as they stand here. */
function digestOfResult(publication: Pick<Result, 'scores' | 'indicators'>): string {
  const scores = publication.scores.map(({ institutionCode, score, coefficient }) => ({ institutionCode, score, coefficient }));
  return digestOf({ scores, indicators: publication.indicators.map((indicator) => ({ ...indicator })) });
}

/** What stands against freezing besides the result itself. */
export interface FreezingFacts {
  readonly frozenAt: Instant;
  /** The next version, if there is one. */
  readonly supersededBy: Uuid | null;
  /** Appeals not yet decided, and those upheld that no version has put right. */
  readonly openAppeals: number;
  readonly upheldAppeals: number;
}

/** From here on nothing changes any more. @throws Refused with all reasons */
export function freezeResult(result: Result, { frozenAt, supersededBy, openAppeals, upheldAppeals }: FreezingFacts): Result {
  throwIfRefused([
    result.state === 'FROZEN' ? refuse(resultRefusals.alreadyFrozen) : null,
    supersededBy ? refuse(resultRefusals.superseded, { parameters: { resultId: supersededBy } }) : null,
    !supersededBy && openAppeals > 0 ? refuse(resultRefusals.appealsOpen, { parameters: { appeals: openAppeals } }) : null,
    !supersededBy && upheldAppeals > 0 ? refuse(resultRefusals.reopeningDue, { parameters: { appeals: upheldAppeals } }) : null,
    result.decidesMoney ? null : refuse(resultRefusals.monitorOnly),
  ]);
  return { ...result, state: 'FROZEN', frozenAt, version: result.version + 1 };
}
