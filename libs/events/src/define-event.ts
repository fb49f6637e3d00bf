import { z } from 'zod';
import { instant } from './fields.ts';
import { InvalidEvent, problemsOf } from './invalid-event.ts';
import { openSchemaOf } from './open-schema.ts';
import type { EventDefinition, EventMeta, OutgoingEvent, Owner, Status, TopicKind } from './event.ts';

/** Business time and system time, in every event: late entry is normal in villages. */
const times = {
  occurredAt: instant('When it happened, business time (发生时间)'),
  recordedAt: instant('When the owner recorded it, system time (记录时间)'),
};

export type WithTimes<S extends z.ZodRawShape> = z.output<z.ZodObject<S & typeof times, z.core.$strict>>;

export interface EventDeclaration<S extends z.ZodRawShape> {
  /** `<service>.<aggregate>.<fact>`, the fact in the past tense. */
  readonly name: string;
  readonly version: number;
  readonly owner: Owner;
  /** The field that is the aggregate's id, and so the record's key. */
  readonly keyField: keyof S & string;
  readonly topicKind: TopicKind;
  readonly status: Status;
  readonly titleZh: string;
  readonly titleEn: string;
  /** The fields of the fact; `occurredAt` and `recordedAt` are added. */
  readonly data: z.ZodObject<S, z.core.$strict>;
  /** Two or more, the minimal one first: the fixtures of producer and consumers. */
  readonly examples: readonly [WithTimes<S>, WithTimes<S>, ...WithTimes<S>[]];
  /** Why nobody in the suite listens, where nobody does. */
  readonly noConsumer?: string;
}

const metaSchema = z.strictObject({
  eventId: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  aggregateVersion: z.int().min(1),
  correlationId: z.string().min(1),
  causationId: z.string().min(1).nullable(),
  traceparent: z
    .string()
    .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .nullable(),
});

const namePattern = /^([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:-[a-z]+)*)\.([a-z]+(?:-[a-z]+)*)$/;

/**
 * Declares a published event. Types, wire format, JSON Schema, documents, fixtures and topics come from this one call.
 * @throws Error when the name is not the owner's or the key is not a field: a fault of the file, seen at load.
 */
export function defineEvent<S extends z.ZodRawShape>(declaration: EventDeclaration<S>): EventDefinition<WithTimes<S>> {
  const { data: shape, ...head } = declaration;
  const [, service, aggregate] = namePattern.exec(head.name) ?? [];
  if (service !== head.owner) throw new Error(`${head.name}: an event's name begins with its owner, ${head.owner}`);
  if (!(head.keyField in shape.shape)) throw new Error(`${head.name}: the key ${head.keyField} is not a field`);
  const type = `cn.yigongti.${head.name}.v${head.version}`;
  const closedSchema = z.strictObject({ ...shape.shape, ...times }) as unknown as z.ZodType<WithTimes<S>>;
  const openSchema = openSchemaOf(closedSchema) as z.ZodType<WithTimes<S>>;
  const definition: EventDefinition<WithTimes<S>> = Object.freeze({
    ...head,
    type,
    // The topic's own version moves only with its key or its partitions, not with one of its events.
    topic: `${service}.${aggregate}.v1`,
    dataSchemaUri: `urn:yigongti:schema:${type}`,
    noConsumer: head.noConsumer ?? null,
    closedSchema,
    openSchema,
    create: (data: WithTimes<S>, meta: EventMeta) => createEvent(definition, data, meta),
    read: (data: unknown) => parse(type, openSchema, data),
  });
  return definition;
}

function createEvent<T>(definition: EventDefinition<T>, data: T, meta: EventMeta): OutgoingEvent<T> {
  const checked = parse(definition.type, definition.closedSchema, data);
  const { eventId, aggregateVersion, correlationId, causationId, traceparent } = parse(definition.type, metaSchema, meta);
  const aggregateId = String((checked as Record<string, unknown>)[definition.keyField]);
  const event = { definition, eventId, aggregateId, aggregateVersion, data: checked, correlationId, causationId, traceparent };
  return Object.freeze(event) as OutgoingEvent<T>;
}

function parse<T>(type: string, schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (!result.success) throw new InvalidEvent(type, problemsOf(result.error));
  return result.data;
}
