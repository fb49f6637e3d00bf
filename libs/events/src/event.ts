import type { z } from 'zod';

export const owners = ['registry', 'contracts', 'referrals', 'public-health', 'settlement', 'assessment'] as const;
/** The service that alone may create the event. */
export type Owner = (typeof owners)[number];
/** `facts` are kept without end; a `state` topic is compacted and holds one type that carries the full state. */
export type TopicKind = 'facts' | 'state';
/** A released event's schema is an append-only file; a draft may still change. */
export type Status = 'draft' | 'released';

/** What the producer knows besides the fact; county and time are added where the event is written to the outbox. */
export interface EventMeta {
  /** UUIDv7; consumers deduplicate by it. */
  readonly eventId: string;
  /** Goes up by one per event of the aggregate, from 1. */
  readonly aggregateVersion: number;
  readonly correlationId: string;
  /** Id of the event that caused this one, when an event did. */
  readonly causationId: string | null;
  /** W3C trace context. */
  readonly traceparent: string | null;
}

declare const created: unique symbol;

/** An event on its way out. Only a definition's `create` makes one, so it is valid by its closed schema. */
export interface OutgoingEvent<T = unknown> extends EventMeta {
  readonly definition: EventDefinition<T>;
  readonly aggregateId: string;
  readonly data: T;
  readonly [created]: true;
}

/** An event as a consumer gets it: data read by the open schema, envelope and place in the topic beside it. */
export interface IncomingEvent<T = unknown> extends EventMeta {
  readonly definition: EventDefinition<T>;
  readonly aggregateId: string;
  readonly data: T;
  /** When the producer wrote it, RFC 3339. */
  readonly time: string;
  /** `/<county>/<service>` */
  readonly source: string;
  readonly topic: string;
  readonly partition: number;
  /** Kafka's 64-bit offset as decimal text. */
  readonly offset: string;
}

/** An event's declaration with what follows from it. Frozen. */
export interface EventDefinition<T = unknown> {
  readonly name: string;
  readonly version: number;
  readonly owner: Owner;
  readonly keyField: string;
  readonly topicKind: TopicKind;
  readonly status: Status;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly examples: readonly T[];
  readonly noConsumer: string | null;
  /** `ce_type`: `cn.yigongti.<service>.<aggregate>.<fact>.v1` */
  readonly type: string;
  readonly topic: string;
  readonly dataSchemaUri: string;
  /** Producers: an unknown field is refused. */
  readonly closedSchema: z.ZodType<T>;
  /** Consumers: unknown fields are dropped, at every depth. */
  readonly openSchema: z.ZodType<T>;
  /**
   * The only way to make the event.
   * @throws InvalidEvent naming every faulty field, never a value
   */
  create(data: T, meta: EventMeta): OutgoingEvent<T>;
  /**
   * Reads a record's parsed JSON by the open schema.
   * @throws InvalidEvent naming every faulty field, never a value
   */
  read(data: unknown): T;
}

/** The data of an event: `DataOf<typeof referralAccepted>`. */
export type DataOf<D extends EventDefinition> = D extends EventDefinition<infer T> ? T : never;
