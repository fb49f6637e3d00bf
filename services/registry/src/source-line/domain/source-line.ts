import type { Instant, Uuid } from '@yigongti/kernel';

/** What a hospital system says about one record: its own version of it, and our digest of the content. */
export interface SourceLine {
  readonly sourceVersion: number;
  readonly digest: string;
  /** Who counts the versions, where several units may report one record; null where there is one source only. */
  readonly unit: string | null;
  readonly occurredAt: Instant;
}

/** What the registry holds of the same record. */
export interface StoredLine extends SourceLine {
  readonly id: Uuid;
  readonly version: number;
}

export type LineDecision = 'created' | 'updated' | 'unchanged' | 'version-reused' | 'superseded';

/**
 * A line is idempotent by its source's number and version: the same version with the same content is a repeat, with other content a fault
 * of the source; an older version than the stored one comes late and changes nothing. Versions of two units do not compare: there the
 * later state holds, and `leaves` tells that the line says the person is no longer theirs, which is no news of where the person is.
 */
export function decideLine(stored: StoredLine | undefined, line: SourceLine, leaves = false): LineDecision {
  if (!stored) return 'created';
  if (line.unit !== stored.unit)
    return !leaves && Date.parse(line.occurredAt) > Date.parse(stored.occurredAt) ? 'updated' : 'superseded';
  if (line.sourceVersion < stored.sourceVersion) return 'superseded';
  if (line.sourceVersion === stored.sourceVersion) return line.digest === stored.digest ? 'unchanged' : 'version-reused';
  return line.digest === stored.digest ? 'unchanged' : 'updated';
}
