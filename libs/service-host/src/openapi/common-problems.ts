import { commandKeyReused, commandStillRunning } from '@yigongti/database';
import { staleVersion } from '@yigongti/kernel';
import { deadEventClosed, deadEventNotFound } from '@yigongti/messaging';
import { constraintTitles } from '../http/shape/constraint-titles.ts';
import { occurredInFuture, occurredTooLongAgo } from '../http/occurred-at.ts';
import { importProblems } from '../ndjson/import-problems.ts';
import { operationRefusals } from '../operations/operation-problems.ts';
import { hostProblems } from '../problems/host-problems.ts';
import type { DocumentedProblem } from './answers.ts';
import { documented } from './operation-problems.ts';

const refusals = [
  commandStillRunning,
  commandKeyReused,
  staleVersion,
  occurredInFuture,
  occurredTooLongAgo,
  deadEventNotFound,
  deadEventClosed,
  ...Object.values(operationRefusals),
];

/** What any service may answer with. */
export const commonProblems: readonly DocumentedProblem[] = [...Object.values(hostProblems), ...refusals.map(documented)];

/** Reasons that stand under `request.invalid`, one per field. */
export const fieldProblems: readonly DocumentedProblem[] = Object.entries(constraintTitles).map(([code, [titleZh, titleEn]]) => ({
  code: `request.${code}`,
  status: 400,
  titleZh,
  titleEn,
}));

/** Reasons that stand in the result of a line of an upload; the answer as a whole is 200. */
export const lineProblems: readonly DocumentedProblem[] = Object.values(importProblems).map(documented);
