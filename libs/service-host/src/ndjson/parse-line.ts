import type { Clock, Instant } from '@yigongti/kernel';
import { isInstantText } from '../http/shape/field-decorators.ts';
import { occurredAtRefusals, type LateEntry } from '../http/occurred-at.ts';
import { shape, type DtoClass } from '../http/shape/shape.ts';
import { parseStrictJson } from '../http/body/strict-json.ts';
import { Problem, type ProblemReason } from '../problems/problem.ts';
import { importProblems } from './import-problems.ts';
import type { ImportLine } from './line-import.ts';
import type { RawLine } from './read-lines.ts';

export type ParsedLine = ImportLine<object> | { readonly line: number; readonly errors: readonly ProblemReason[] };

export interface LineRules {
  readonly dto: DtoClass;
  readonly clock: Clock;
  readonly lateEntry: LateEntry;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads one line as its DTO: first all faults of shape, then its time of occurrence, where it has one. */
export function parseLine(raw: RawLine, { dto, clock, lateEntry }: LineRules): ParsedLine {
  if ('tooLong' in raw) return refused(raw.line, importProblems.lineTooLong);
  let text: string;
  try {
    text = decoder.decode(raw.bytes);
  } catch {
    return refused(raw.line, importProblems.lineNotUtf8);
  }
  try {
    const { value, faults } = shape(dto, parseStrictJson(text));
    if (faults.length > 0) return { line: raw.line, errors: faults };
    const { occurredAt } = value as { occurredAt?: Instant };
    const refusals = isInstantText(occurredAt) ? occurredAtRefusals(occurredAt, clock, lateEntry) : [];
    return refusals.length > 0
      ? { line: raw.line, errors: refusals.map(({ kind: _, ...reason }) => reason) }
      : { line: raw.line, value };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const detail = error.extra.detail;
    return refused(raw.line, error.definition, detail === undefined ? {} : { expected: detail });
  }
}

function refused(
  line: number,
  definition: Pick<ProblemReason, 'code' | 'titleZh' | 'titleEn'>,
  parameters?: Record<string, string>,
): ParsedLine {
  const { code, titleZh, titleEn } = definition;
  return { line, errors: [{ code, titleZh, titleEn, ...(parameters ? { parameters } : {}) }] };
}
