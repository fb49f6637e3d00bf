import { commandKeyReused, commandStillRunning } from '@yigongti/database';
import { staleVersion, type RefusalDefinition } from '@yigongti/kernel';
import { occurredInFuture, occurredTooLongAgo } from '../http/occurred-at.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { statusOfRefusal } from '../problems/status-of-refusal.ts';
import { profileNotInForce } from '../profile/dated.ts';
import type { DocumentedProblem } from './answers.ts';
import type { ConventionExtension } from './convention-extension.ts';

const p = hostProblems;
const always: readonly DocumentedProblem[] = [
  p.unreadable,
  p.correlationInvalid,
  p.tokenMissing,
  p.tokenExpired,
  p.tokenInvalid,
  p.scopeMissing,
  p.roleDenied,
  p.fault,
  p.databaseAway,
  p.issuerAway,
  p.stopping,
];
const changing = [p.keyMissing, p.keyInvalid, p.databaseBusy, p.databaseFull];
const withBody = [p.invalid, p.bodyMissing, p.tooLarge, p.mediaType];

export function documented({ code, kind, titleZh, titleEn }: RefusalDefinition): DocumentedProblem {
  return { code, status: statusOfRefusal[kind], titleZh, titleEn };
}

const commandRefusals = [commandStillRunning, commandKeyReused, occurredInFuture, occurredTooLongAgo, profileNotInForce].map(
  documented,
);

export interface OperationTraits {
  readonly convention: ConventionExtension;
  readonly hasPathParameter: boolean;
  readonly hasQuery: boolean;
  /** Asks for a day or a month, for which the county's figures may be unknown. */
  readonly asksATime: boolean;
  readonly hasBody: boolean;
}

/** What any operation of these traits may answer beside its own refusals. */
export function problemsOfTraits(traits: OperationTraits): DocumentedProblem[] {
  const { convention, hasPathParameter, hasQuery, asksATime, hasBody } = traits;
  const changes = convention.kind === 'command' || convention.kind === 'ndjson';
  return [
    ...always,
    ...(changes ? [...changing, ...commandRefusals] : []),
    ...(hasBody ? withBody : []),
    ...(hasPathParameter ? [p.uuidInvalid, p.codeInvalid] : []),
    ...(hasQuery ? [p.invalid] : []),
    ...(asksATime ? [documented(profileNotInForce)] : []),
    ...(convention.kind === 'list' ? [p.cursorInvalid] : []),
    ...(convention.ifMatch ? [p.ifMatchMissing, p.ifMatchInvalid, documented(staleVersion)] : []),
  ];
}
