import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import type { Owner } from './event.ts';
import { exampleTimes } from './example-values.ts';
import { block, codeFrom, codeOf, fen, listOf, orNull, uuid } from './fields.ts';
import { InvalidEvent } from './invalid-event.ts';

const orderId = '0197a3c0-0000-7000-8000-000000000001';
const minimal = { orderId, priceFen: 0, lines: [{ item: 'A', colour: null }], ...exampleTimes };
const colour = { RED: { zh: '红', en: 'red' } } as const;
const line = block({ item: codeOf('Item'), colour: orNull(codeFrom(colour, 'Colour')) }, 'Line');
const declareOrder = (different: { name?: string; version?: number; owner?: Owner; keyField?: 'orderId' } = {}) =>
  defineEvent({
    name: 'contracts.test-order.placed',
    version: 1,
    owner: 'contracts',
    keyField: 'orderId',
    topicKind: 'facts',
    status: 'draft',
    titleZh: '下单',
    titleEn: 'An order was placed',
    ...different,
    data: z.strictObject({ orderId: uuid('Order'), priceFen: fen('Price'), lines: listOf(line, 'Lines', 1) }),
    examples: [minimal, { ...minimal, lines: [{ item: 'B', colour: 'RED' }] }],
  });
const orderPlaced = declareOrder();
const meta = { eventId: orderId, aggregateVersion: 1, correlationId: 'c-1', causationId: null, traceparent: null };

function problemsWith(data: unknown, withMeta: unknown = meta): string[] {
  try {
    orderPlaced.create(data as typeof minimal, withMeta as typeof meta);
  } catch (error) {
    if (error instanceof InvalidEvent) return error.problems.map(({ pointer, problem }) => `${pointer} ${problem}`);
    throw error;
  }
  return [];
}

describe('an event definition', () => {
  it('has its wire type, topic, schema address and key from its name', () => {
    expect(orderPlaced).toMatchObject({
      type: 'cn.yigongti.contracts.test-order.placed.v1',
      topic: 'contracts.test-order.v1',
      dataSchemaUri: 'urn:yigongti:schema:cn.yigongti.contracts.test-order.placed.v1',
      keyField: 'orderId',
      noConsumer: null,
    });
    expect(Object.isFrozen(orderPlaced)).toBe(true);
  });

  it('keeps its topic in a second version: order per key goes on', () => {
    expect(declareOrder({ version: 2 })).toMatchObject({
      type: 'cn.yigongti.contracts.test-order.placed.v2',
      topic: 'contracts.test-order.v1',
    });
  });

  it.each([
    ['a name that is not its owner’s', { owner: 'referrals' as const }, /begins with its owner/],
    ['a name that is not kebab-case', { name: 'contracts.testOrder.placed' }, /begins with its owner/],
    ['a key that is no field', { keyField: 'teamId' as 'orderId' }, /the key teamId is not a field/],
  ])('is refused at load with %s', (_, fault, message) => {
    expect(() => declareOrder(fault)).toThrow(message);
  });
});

describe('create', () => {
  it('makes a frozen event of checked data, with the key as aggregate id', () => {
    const event = orderPlaced.create(minimal, { ...meta, causationId: orderId });
    expect(event).toEqual({ definition: orderPlaced, aggregateId: orderId, data: minimal, ...meta, causationId: orderId });
    expect(Object.isFrozen(event)).toBe(true);
  });

  it.each<[string, unknown, string[]]>([
    ['a missing field', { ...minimal, priceFen: undefined }, ['/priceFen is missing or not of type number']],
    ['a nullable field left out', { ...minimal, lines: [{ item: 'A' }] }, ['/lines/0/colour is not in its value set']],
    ['an unknown field', { ...minimal, nickname: 'x' }, ['/nickname is not a field of this event']],
    [
      'an unknown field deep down',
      { ...minimal, lines: [{ item: 'A', colour: null, note: 'x' }] },
      ['/lines/0/note is not a field of this event'],
    ],
    ['a fraction of a fen', { ...minimal, priceFen: 0.5 }, ['/priceFen is missing or not of type int']],
    ['a bigint', { ...minimal, priceFen: 5n }, ['/priceFen is missing or not of type number']],
    ['an empty list that needs one', { ...minimal, lines: [] }, ['/lines is below 1']],
    [
      'a code outside the value set',
      { ...minimal, lines: [{ item: 'A', colour: 'BLUE' }] },
      ['/lines/0/colour is not in its value set'],
    ],
    [
      'an instant in another zone',
      { ...minimal, occurredAt: '2026-06-01T01:30:00.000Z' },
      ['/occurredAt is not in the form date-time'],
    ],
  ])('refuses %s and says which field', (_, data, problems) => {
    expect(problemsWith(data)).toEqual(problems);
  });

  it('names every faulty field at once, and no value', () => {
    const problems = problemsWith({ ...minimal, orderId: '11010519491231002X', recordedAt: 'yesterday' });
    expect(problems).toEqual(['/orderId is not in the form uuid', '/recordedAt is not in the form date-time']);
    expect(() => orderPlaced.create({ ...minimal, orderId: '11010519491231002X' }, meta)).not.toThrow(/11010519491231002X/);
  });

  it.each([
    ['an event id that is no UUID', { eventId: '1' }, '/eventId'],
    ['version 0', { aggregateVersion: 0 }, '/aggregateVersion'],
    ['an empty correlation id', { correlationId: '' }, '/correlationId'],
    ['a trace context that is none', { traceparent: '00-1-1-01' }, '/traceparent'],
  ])('refuses %s', (_, fault, pointer) => {
    expect(problemsWith(minimal, { ...meta, ...fault })).toEqual([expect.stringContaining(pointer)]);
  });
});

describe('read', () => {
  it('drops what it does not know, at every depth, and keeps the rest', () => {
    const newer = { ...minimal, since: 'v1.1', lines: [{ item: 'A', colour: null, size: 3 }] };
    expect(orderPlaced.read(newer)).toEqual(minimal);
  });

  it.each([
    ['a missing field', { ...minimal, orderId: undefined }],
    ['another type', { ...minimal, priceFen: '0' }],
    ['too short a list', { ...minimal, lines: [] }],
    ['no object at all', 'placed'],
  ])('refuses %s as the producer would', (_, data) => {
    expect(() => orderPlaced.read(data)).toThrow(InvalidEvent);
  });
});
