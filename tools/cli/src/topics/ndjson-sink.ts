import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { Sink } from './sink.ts';
import type { TopicRow } from './topic-row.ts';

/** One JSON object a line, in a file. */
export function ndjsonFile(file: string): Sink {
  const partial = `${file}.partial`;
  const stream = createWriteStream(partial);
  const opened = once(stream, 'open');
  opened.catch(() => undefined);
  return {
    add: async (rows) => {
      await opened;
      await write(stream, rows);
    },
    close: async () => {
      await opened;
      stream.end();
      await finished(stream);
      await rename(partial, file);
    },
    abort: async () => {
      stream.destroy();
      await rm(partial, { force: true });
    },
  };
}

/** One JSON object a line, to whoever reads the other end. */
export function ndjsonStream(stream: Writable): Sink {
  return { add: (rows) => write(stream, rows), close: () => Promise.resolve(), abort: () => Promise.resolve() };
}

/** Waits while the other end is slower: nothing piles up. */
async function write(stream: Writable, rows: readonly TopicRow[]): Promise<void> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (!stream.write(text)) await once(stream, 'drain');
}
