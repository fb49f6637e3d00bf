import { describe, expect, it } from '@jest/globals';
import { sampleOf, type Schema } from './sample.ts';

const schemas: Record<string, Schema> = {
  Bed: { type: 'object', properties: { code: { type: 'string', example: 'B1' }, next: { $ref: '#/components/schemas/Bed' } } },
};

describe('a sample of a schema', () => {
  it.each<[string, Schema, unknown]>([
    ['its own example before all', { type: 'string', example: 'a', enum: ['b'] }, 'a'],
    ['a null that is the example', { type: ['string', 'null'], example: null }, null],
    ['its default', { type: 'integer', default: 50, minimum: 1 }, 50],
    ['the first of its values', { type: 'string', enum: ['b', 'c'] }, 'b'],
    ['its least', { type: 'integer', minimum: 3 }, 3],
    ['a text long enough', { type: 'string', minLength: 5 }, 'xxxxx'],
    ['a date', { type: 'string', format: 'date' }, '2026-06-01'],
    ['the type beside null', { type: ['boolean', 'null'] }, true],
    ['a choice beside null', { oneOf: [{ type: 'null' }, { type: 'boolean' }] }, true],
    ['one item', { type: 'array', items: { type: 'boolean' } }, [true]],
    ['its fields', { type: 'object', properties: { a: { type: 'boolean' } } }, { a: true }],
    ['all its parts', { allOf: [{ properties: { a: { example: 1 } } }, { properties: { b: { example: 2 } } }] }, { a: 1, b: 2 }],
  ])('is %s', (_, schema, sample) => expect(sampleOf(schema, {})).toEqual(sample));

  it('ends where a schema refers to itself', () => {
    expect(JSON.stringify(sampleOf({ $ref: '#/components/schemas/Bed' }, schemas))).toMatch(/^\{"code":"B1".*null\}+$/);
  });
});
