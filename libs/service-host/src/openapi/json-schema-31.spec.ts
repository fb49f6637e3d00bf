import { describe, expect, it } from '@jest/globals';
import { toJsonSchema31 } from './json-schema-31.ts';

describe('toJsonSchema31', () => {
  it.each([
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [{ type: 'string', nullable: false }, { type: 'string' }],
    [{ $ref: '#/a', nullable: true }, { anyOf: [{ $ref: '#/a' }, { type: 'null' }] }],
    [
      { allOf: [{ $ref: '#/a' }], nullable: true, description: 'd' },
      { description: 'd', anyOf: [{ allOf: [{ $ref: '#/a' }] }, { type: 'null' }] },
    ],
    [{ properties: { a: { type: 'integer', nullable: true } } }, { properties: { a: { type: ['integer', 'null'] } } }],
    [{ properties: { nullable: { type: 'boolean' } } }, { properties: { nullable: { type: 'boolean' } } }],
  ])('turns %j into %j', (before, after) => {
    toJsonSchema31(before);
    expect(before).toEqual(after);
  });
});
