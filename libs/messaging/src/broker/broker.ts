/** A record on its way to the broker. The key decides the partition, as the Java client does. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface IncomingRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  /** Null is a tombstone. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Records of one partition, in offset order, never empty. */
export interface Chunk {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly IncomingRecord[];
}

/**
 * Takes a chunk to its end: when it resolves, the chunk's offsets may be committed. When it rejects, the chunk is delivered again
 * after a pause. `signal` aborts when the partition is lost or the consumer stops: finish or reject soon.
 */
export type ChunkHandler = (chunk: Chunk, signal: AbortSignal) => Promise<void>;

export interface ConsumeOptions {
  /** The consumer group: a service's name. New groups begin at the first record. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Records a chunk at most. */
  readonly chunkSize: number;
  readonly handler: ChunkHandler;
}

/** `recovering`: the client died or the broker is away, and a new client is being made with back-off. */
export type ConsumptionState = 'starting' | 'running' | 'recovering' | 'stopped';

export interface Consumption {
  readonly state: ConsumptionState;
  pause(topic: string, partition: number): void;
  resume(topic: string, partition: number): void;
  /** Stops fetching, waits for the chunks in flight, commits, leaves the group; gives up after the deadline. */
  stop(deadlineMs: number): Promise<void>;
}

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Kafka's topic settings, for example `cleanup.policy`. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Next offset that the group will read; null when it has committed none. */
  readonly committed: bigint | null;
  /** Offset that the next record written will get. */
  readonly end: bigint;
}

/**
 * What an error of the broker asks for: `retry` again later, `rebuild` the client and retry, `fatal` stop and tell an operator
 * (wrong credentials, no rights), `poison` this record can never be sent.
 */
export type BrokerErrorClass = 'retry' | 'rebuild' | 'fatal' | 'poison';

export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  constructor(
    readonly errorClass: BrokerErrorClass,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Port: the message broker. One instance serves one process. */
export abstract class Broker {
  /**
   * Writes all records, those of one key in the order given, and resolves when every in-sync replica has them. After an error any
   * part of the batch may have been written, now or later: the caller sends the whole batch again in the same order.
   * `mayWrite` is asked once more right before the bytes leave; when it says no, nothing is sent.
   * @throws BrokerError
   */
  abstract produce(records: readonly OutgoingRecord[], mayWrite?: () => boolean): Promise<void>;

  /** Resolves when the consumer has been started; it joins its group in the background and survives outages on its own. */
  abstract consume(options: ConsumeOptions): Promise<Consumption>;

  /** @throws BrokerError */
  abstract lag(group: string, topics: readonly string[]): Promise<PartitionLag[]>;

  /** Creates the topics that are missing; leaves the others as they are. @throws BrokerError */
  abstract ensureTopics(topics: readonly TopicSpec[]): Promise<void>;

  /** Whether the broker answers now. */
  abstract ping(): Promise<boolean>;

  /** Stops all consumptions and disconnects; gives up after the deadline. */
  abstract close(deadlineMs: number): Promise<void>;
}
