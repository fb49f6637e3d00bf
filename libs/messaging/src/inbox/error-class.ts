import { sqlState, violatedConstraint } from '@yigongti/database';
import { InvalidEnvelope, InvalidEvent } from '@yigongti/events';
import { InvariantViolated, Refused } from '@yigongti/kernel';
import { NotYet, Poison } from './subscription.ts';

/**
 * What kind of error it was, in words that are safe to store, show and log: codes of ours, SQLSTATE and constraint, the type
 * of anything else. Messages of databases and libraries repeat values.
 */
export function errorClassOf(error: unknown): string {
  if (error instanceof InvalidEvent || error instanceof InvalidEnvelope) return `${error.name}: ${error.message}`;
  if (error instanceof Poison || error instanceof NotYet) return `${error.name}: ${error.reason}`;
  if (error instanceof Refused) return `Refused: ${error.refusals.map(({ code }) => code).join(', ')}`;
  if (error instanceof InvariantViolated) return `InvariantViolated: ${error.code}`;
  const state = sqlState(error);
  if (state !== undefined) return `SQLSTATE ${[state, violatedConstraint(error)].filter(Boolean).join(' ')}`;
  return error instanceof Error ? error.name : typeof error;
}

/** Errors that trying again cannot cure. */
export function isPoison(error: unknown): boolean {
  return error instanceof Poison || error instanceof InvalidEvent || error instanceof InvalidEnvelope;
}
