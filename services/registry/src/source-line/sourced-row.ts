import { formatInstant, type Instant } from '@yigongti/kernel';

/** Columns that every imported master record has beside its own facts. */
export interface SourcedRow {
  sourceVersion: number;
  digest: string;
  version: number;
  /** When the stored state began, by its source; when the registry took it. Kept, so that the state can be said again as it was said. */
  occurredAt: Instant;
  recordedAt: Instant;
}

const instant = { to: (at: Instant) => at, from: (at: Date) => formatInstant(at) };

/** The same as columns of a row's schema. */
export const sourcedColumns = {
  sourceVersion: { name: 'source_version', type: 'int' },
  digest: { type: 'text' },
  version: { type: 'int' },
  occurredAt: { name: 'occurred_at', type: 'timestamptz', transformer: instant },
  recordedAt: { name: 'recorded_at', type: 'timestamptz', transformer: instant },
} as const satisfies Record<keyof SourcedRow, object>;
