import type { Uuid } from '@yigongti/kernel';

/** What a hospital system says about one record: its own number, its own version of it, and our digest of the content. */
export interface SourceLine {
  readonly sourceVersion: number;
  readonly digest: string;
}

/** What the registry holds of the same record. */
export interface StoredLine extends SourceLine {
  readonly id: Uuid;
  readonly version: number;
}

export type LineDecision = 'created' | 'updated' | 'unchanged' | 'version-reused' | 'superseded';

/**
 * A line is idempotent by its source's number and version: the same version with the same content is a repeat, with other content a fault
 * of the source; an older version than the stored one comes late and changes nothing.
 */
export function decideLine(stored: StoredLine | undefined, line: SourceLine): LineDecision {
  if (!stored) return 'created';
  if (line.sourceVersion < stored.sourceVersion) return 'superseded';
  if (line.sourceVersion === stored.sourceVersion) return line.digest === stored.digest ? 'unchanged' : 'version-reused';
  return line.digest === stored.digest ? 'unchanged' : 'updated';
}
