import type { AppealDecided, AppealGrounds, AppealReason, AppealState } from './appeal-codes.ts';
import { refuse, throwIfRefused, type BusinessDate, type Instant, type Month, type Uuid } from '@yigongti/kernel';
import { appealRefusals } from './appeal-refusals.ts';

/** A line as it shall stand: exact decimal text in the unit of the indicator. */
export interface CorrectedFraction {
  readonly numerator: string;
  readonly denominator: string;
}

/** What the bureau decided, and on what. */
export interface Decision {
  readonly decision: AppealDecided;
  readonly groundsCode: AppealGrounds;
  /** The line as it shall stand; null: dismissed, or counted anew when the next version is published. */
  readonly correction: CorrectedFraction | null;
  readonly decidedAt: Instant;
}

/** An institution's word against one of its own lines of a result (考核申诉). */
export interface Appeal {
  readonly appealId: Uuid;
  readonly resultId: Uuid;
  readonly period: Month;
  readonly institutionCode: string;
  readonly indicatorCode: string;
  readonly reasonCode: AppealReason;
  /** Numbers of documents that show it. */
  readonly evidence: readonly string[];
  readonly state: AppealState;
  readonly submittedAt: Instant;
  readonly decided: Decision | null;
  readonly version: number;
}

export type Submission = Pick<
  Appeal,
  'appealId' | 'resultId' | 'period' | 'institutionCode' | 'indicatorCode' | 'reasonCode' | 'evidence' | 'submittedAt'
>;

/** What a submission is judged by. */
export interface SubmissionFacts {
  /** Days of publication, of the submission, and the last one on which the line may be appealed against. */
  readonly publishedOn: BusinessDate;
  readonly on: BusinessDate;
  readonly lastDay: BusinessDate;
  readonly hasLine: boolean;
  readonly supersededBy: Uuid | null;
  /** An appeal against the same line that was not withdrawn. */
  readonly standing: Uuid | null;
}

/** @throws Refused with all reasons */
export function submitAppeal(submission: Submission, facts: SubmissionFacts): Appeal {
  const { publishedOn, on, lastDay, hasLine, supersededBy, standing } = facts;
  throwIfRefused([
    hasLine ? null : refuse(appealRefusals.lineUnknown, { pointer: '/indicatorCode' }),
    supersededBy
      ? refuse(appealRefusals.resultSuperseded, { pointer: '/resultId', parameters: { resultId: supersededBy } })
      : null,
    on < publishedOn ? refuse(appealRefusals.beforePublication, { pointer: '/occurredAt', parameters: { publishedOn } }) : null,
    on > lastDay ? refuse(appealRefusals.windowOver, { pointer: '/occurredAt', parameters: { lastDay } }) : null,
    standing ? refuse(appealRefusals.alreadyAppealed, { pointer: '/indicatorCode', parameters: { appealId: standing } }) : null,
  ]);
  return { ...submission, evidence: [...new Set(submission.evidence)], state: 'SUBMITTED', decided: null, version: 1 };
}

/** @throws Refused `already-decided` */
export function withdrawAppeal(appeal: Appeal): Appeal {
  assertUndecided(appeal);
  return { ...appeal, state: 'WITHDRAWN', version: appeal.version + 1 };
}

/** @throws Refused with all reasons */
export function decideAppeal(appeal: Appeal, decided: Decision): Appeal & { readonly decided: Decision } {
  assertUndecided(appeal);
  const { correction, decidedAt } = decided;
  throwIfRefused([
    isEarlier(decidedAt, appeal.submittedAt) ? refuse(appealRefusals.decidedTooEarly, { pointer: '/occurredAt' }) : null,
    correction && isNegative(correction.numerator) ? refuse(appealRefusals.negative, { pointer: '/correction/numerator' }) : null,
    correction && isNegative(correction.denominator)
      ? refuse(appealRefusals.negative, { pointer: '/correction/denominator' })
      : null,
  ]);
  return { ...appeal, state: decided.decision, decided, version: appeal.version + 1 };
}

function assertUndecided({ state }: Appeal): void {
  throwIfRefused([state === 'SUBMITTED' ? null : refuse(appealRefusals.alreadyDecided, { parameters: { state } })]);
}

function isEarlier(a: Instant, b: Instant): boolean {
  return Date.parse(a) < Date.parse(b);
}

function isNegative(text: string): boolean {
  return text.startsWith('-');
}
