import type { TopicRow } from './topic-row.ts';

/** Where exported rows go. A file is whole or not there: `close` puts it in its place, `abort` leaves nothing. */
export interface Sink {
  add(rows: readonly TopicRow[]): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}
