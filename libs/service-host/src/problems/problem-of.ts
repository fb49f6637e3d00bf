import { HttpException } from '@nestjs/common';
import { commandStillRunning, isDatabaseAway, isDatabaseFull } from '@yigongti/database';
import { Refused } from '@yigongti/kernel';
import { hostProblems } from './host-problems.ts';
import { Problem, type ProblemDefinition, type ProblemDetail } from './problem.ts';
import { retryAfterSeconds, statusOfRefusal } from './status-of-refusal.ts';

/** Whatever was thrown, as a problem. What nobody foresaw is a fault of ours and says nothing about itself. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof Refused) return refused(thrown);
  if (thrown instanceof HttpException) return new Problem(ofHttp(thrown));
  if (isDatabaseFull(thrown)) return new Problem(hostProblems.databaseFull, { headers: { 'retry-after': '60' } });
  if (isDatabaseAway(thrown)) return new Problem(hostProblems.databaseAway, { headers: { 'retry-after': '5' } });
  return new Problem(hostProblems.fault);
}

function refused({ refusals }: Refused): Problem {
  const first = refusals[0];
  if (!first) return new Problem(hostProblems.fault);
  const { code, kind, titleZh, titleEn } = first;
  const seconds = code === commandStillRunning.code ? 1 : retryAfterSeconds[kind];
  const extra: ProblemDetail = {
    reasons: refusals.map(({ kind: _, ...reason }) => reason),
    headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
  };
  return new Problem({ code, status: statusOfRefusal[kind], titleZh, titleEn }, extra);
}

const byStatus: Readonly<Record<number, ProblemDefinition>> = {
  401: hostProblems.tokenMissing,
  403: hostProblems.denied,
  404: hostProblems.unknownRoute,
  405: hostProblems.methodNotAllowed,
  413: hostProblems.tooLarge,
  415: hostProblems.mediaType,
  429: hostProblems.tooMany,
};

function ofHttp(exception: HttpException): ProblemDefinition {
  const status = exception.getStatus();
  return byStatus[status] ?? (status < 500 ? hostProblems.unreadable : hostProblems.fault);
}
