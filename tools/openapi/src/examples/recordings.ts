import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request that a component spec sent, and its answer of success. */
export interface Recording {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly answer: unknown;
}

/** Items of a list in an answer that a reader needs to see. */
const itemsShown = 2;

/** What was recorded into a folder (RECORD_EXAMPLES, libs/testing). Of NDJSON the first line stands for all. */
export function readRecordings(folder: string): Recording[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean));
  return lines.flatMap((line) => {
    const { method, url, payload, answer } = JSON.parse(line) as Record<'method' | 'url' | 'answer', string> & {
      payload?: string;
    };
    const said = valueOf(answer);
    const sent = payload === undefined ? undefined : valueOf(payload);
    if (said === undefined || (payload !== undefined && sent === undefined)) return [];
    return [{ method, path: url.split('?')[0]!, request: sent, answer: shortened(said) }];
  });
}

function valueOf(text: string): unknown {
  for (const part of [text, text.split('\n')[0]!]) {
    try {
      return JSON.parse(part);
    } catch {
      // NDJSON: the first line is JSON by itself.
    }
  }
  return undefined;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, itemsShown).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shortened(field)]));
}
