import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly payload: string | undefined;
  readonly answer: string;
}

/** Bytes. What is larger shows a reader nothing more. */
const sizeMax = 20_000;

/**
 * Writes down what was sent and answered, for the examples of the OpenAPI documents (tools/openapi): into the folder that
 * RECORD_EXAMPLES names, nowhere without it.
 */
export function recordExample(exchange: Exchange): void {
  const folder = process.env.RECORD_EXAMPLES;
  if (!folder || exchange.status >= 300) return;
  const line = JSON.stringify(exchange);
  if (line.length > sizeMax) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.ndjson`), `${line}\n`);
}
