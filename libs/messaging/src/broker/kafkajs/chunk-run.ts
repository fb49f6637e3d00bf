import { setTimeout as delay } from 'node:timers/promises';
import type { EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { Chunk, ConsumeOptions, IncomingRecord } from '../broker.ts';

export interface ChunkRunTimes {
  readonly heartbeatIntervalMs: number;
  /** A handler that takes longer loses its partition: nobody keeps a membership alive for a handler that hangs. */
  readonly handlerDeadlineMs: number;
}

/**
 * Hands a fetched batch to the handler chunk by chunk and resolves offsets in order, each only after its chunk is done.
 * Heartbeats go on while the handler works: long handlers lose their session otherwise (tulios/kafkajs#447, #1600).
 * Returns the handler's error, with the rest of the batch left to be fetched again; throws the client's own (rebalance, lost session).
 */
export async function runChunks(
  payload: EachBatchPayload,
  options: ConsumeOptions,
  times: ChunkRunTimes,
  stopping: AbortSignal,
): Promise<Error | undefined> {
  const { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale } = payload;
  for (let at = 0; at < batch.messages.length; at += options.chunkSize) {
    if (!isRunning() || isStale() || stopping.aborted) return undefined;
    const messages = batch.messages.slice(at, at + options.chunkSize);
    const chunk = { topic: batch.topic, partition: batch.partition, records: messages.map(toRecord(batch)) };
    const failure = await runChunk(chunk, options, times, heartbeat, stopping);
    if (failure.handlerError !== undefined) {
      if (failure.clientError !== undefined) throw failure.clientError;
      return failure.handlerError;
    }
    resolveOffset(messages.at(-1)!.offset);
    if (failure.clientError !== undefined) throw failure.clientError;
    await commitOffsetsIfNecessary();
    await heartbeat();
  }
  return undefined;
}

interface Outcome {
  handlerError?: Error;
  clientError?: Error;
}

async function runChunk(
  chunk: Chunk,
  { handler }: ConsumeOptions,
  { heartbeatIntervalMs, handlerDeadlineMs }: ChunkRunTimes,
  heartbeat: () => Promise<void>,
  stopping: AbortSignal,
): Promise<Outcome> {
  const lost = new AbortController();
  const outcome: Outcome = {};
  let done = false;
  const work = handler(chunk, AbortSignal.any([stopping, lost.signal]))
    .catch((error: unknown) => (outcome.handlerError = asError(error)))
    .finally(() => (done = true));
  const deadline = performance.now() + handlerDeadlineMs;
  while (!done) {
    const tick = new AbortController();
    await Promise.race([work, delay(heartbeatIntervalMs, undefined, { signal: tick.signal }).catch(() => undefined)]);
    tick.abort();
    if (done) break;
    try {
      if (performance.now() > deadline) throw new Error(`a chunk took longer than ${handlerDeadlineMs} ms`);
      await heartbeat();
    } catch (error) {
      outcome.clientError = asError(error);
      lost.abort();
      await work;
    }
  }
  return outcome;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
}

function toRecord({ topic, partition }: { topic: string; partition: number }) {
  return ({ offset, key, value, headers }: KafkaMessage): IncomingRecord => ({
    topic,
    partition,
    offset: BigInt(offset),
    key: key?.toString() ?? null,
    value: value?.toString() ?? null,
    headers: headersOf(headers),
  });
}

/** A header that stands twice counts once, with its first value. */
function headersOf(headers: IHeaders = {}): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) texts[name] = first.toString();
  }
  return texts;
}
