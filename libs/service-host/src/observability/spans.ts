import { context, isSpanContextValid, type Span, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { continueTrace, parseTraceparent, type TraceContext } from './trace-context.ts';

/** A span with the context that goes on from it. Without an SDK in the process the span records nothing; the ids are there all the same. */
export interface OpenSpan {
  readonly trace: TraceContext;
  end(failure?: string): void;
  setAttribute(name: string, value: string | number): void;
}

const tracer = trace.getTracer('@yigongti/service-host');

/** Continues the trace of a `traceparent`, or that of the instrumentation that is already active, or starts one. */
export function openSpan(name: string, kind: SpanKind, traceparent: string | null | undefined): OpenSpan {
  const own = continueTrace(traceparent ?? undefined);
  const remote = parseTraceparent(traceparent ?? undefined);
  const parent = remote
    ? trace.setSpanContext(context.active(), {
        traceId: remote.traceId,
        spanId: remote.spanId,
        traceFlags: remote.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
        isRemote: true,
      })
    : context.active();
  const active = trace.getActiveSpan();
  const span = tracer.startSpan(name, { kind }, active && kind === SpanKind.SERVER ? context.active() : parent);
  return {
    trace: recorded(span) ?? own,
    end: (failure) => end(span, failure),
    setAttribute: (key, value) => void span.setAttribute(key, value),
  };
}

/** The context of a span that an SDK made; a non-recording one only repeats its parent's. */
function recorded(span: Span): TraceContext | null {
  const made = span.spanContext();
  if (!span.isRecording() || !isSpanContextValid(made)) return null;
  return { traceId: made.traceId, spanId: made.spanId, sampled: (made.traceFlags & TraceFlags.SAMPLED) !== 0 };
}

function end(span: Span, failure: string | undefined): void {
  if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
  span.end();
}
