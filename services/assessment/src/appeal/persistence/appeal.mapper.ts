import { formatInstant, type Instant } from '@yigongti/kernel';
import type { AppealDecided, AppealGrounds, AppealReason, AppealState } from '../domain/appeal-codes.ts';
import type { Appeal, Decision } from '../domain/appeal.ts';
import type { AppealRow } from './appeal.row.ts';

export function toRow({ decided, ...appeal }: Appeal): AppealRow {
  return {
    ...appeal,
    groundsCode: decided?.groundsCode ?? null,
    correctedNumerator: decided?.correction?.numerator ?? null,
    correctedDenominator: decided?.correction?.denominator ?? null,
    decidedAt: decided?.decidedAt ?? null,
  };
}

export function toAppeal(row: AppealRow): Appeal {
  const { groundsCode, correctedNumerator, correctedDenominator, decidedAt, ...appeal } = row;
  return {
    ...appeal,
    reasonCode: row.reasonCode as AppealReason,
    state: row.state as AppealState,
    submittedAt: toInstant(row.submittedAt),
    decided: decisionOf(row),
  };
}

function decisionOf({ state, groundsCode, correctedNumerator, correctedDenominator, decidedAt }: AppealRow): Decision | null {
  if (decidedAt === null) return null;
  const isCorrected = correctedNumerator !== null && correctedDenominator !== null;
  return {
    decision: state as AppealDecided,
    groundsCode: groundsCode as AppealGrounds,
    correction: isCorrected ? { numerator: correctedNumerator, denominator: correctedDenominator } : null,
    decidedAt: toInstant(decidedAt),
  };
}

/** The database knows the moment, not the text that it came as. */
function toInstant(value: Date | string): Instant {
  return value instanceof Date ? formatInstant(value) : value;
}
