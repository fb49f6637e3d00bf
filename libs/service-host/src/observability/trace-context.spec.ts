import { describe, expect, it } from '@jest/globals';
import { continueTrace, parseTraceparent, traceparentOf } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the trace context', () => {
  it('goes on under a span of its own', () => {
    const trace = continueTrace(`00-${traceId}-00f067aa0ba902b7-00`);
    expect(trace).toMatchObject({ traceId, sampled: false });
    expect(trace.spanId).not.toBe('00f067aa0ba902b7');
    expect(parseTraceparent(traceparentOf(trace))).toEqual(trace);
  });

  it.each([
    undefined,
    '',
    `ff-${traceId}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
  ])('begins anew for %p', (header) => {
    const trace = continueTrace(header);
    expect(trace.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(traceId);
  });

  it('reads a later version as far as it is known', () => {
    expect(parseTraceparent(`01-${traceId}-00f067aa0ba902b7-01-more`)).toMatchObject({ traceId, sampled: true });
  });
});
