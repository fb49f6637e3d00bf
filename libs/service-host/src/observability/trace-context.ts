import { randomBytes } from 'node:crypto';

/** W3C trace context of one request or event. */
export interface TraceContext {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits, of the span. */
  readonly spanId: string;
  readonly sampled: boolean;
}

const pattern = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;
const noTrace = '0'.repeat(32);
const noSpan = '0'.repeat(16);

/** The caller's span, or null where the header is absent or invalid. */
export function parseTraceparent(traceparent: string | undefined): TraceContext | null {
  const match = traceparent === undefined ? null : pattern.exec(traceparent);
  if (!match || match[1] === noTrace || match[2] === noSpan) return null;
  return { traceId: match[1]!, spanId: match[2]!, sampled: (Number.parseInt(match[3]!, 16) & 1) === 1 };
}

/** Continues the trace of a `traceparent` header under a new span, or starts one. */
export function continueTrace(traceparent: string | undefined): TraceContext {
  const parent = parseTraceparent(traceparent);
  const spanId = randomBytes(8).toString('hex');
  return parent ? { ...parent, spanId } : { traceId: randomBytes(16).toString('hex'), spanId, sampled: true };
}

/** The header for whatever we cause: outbox rows, and through them the consumers. */
export function traceparentOf(trace: TraceContext): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}
