import { describe, expect, it } from '@jest/globals';
import { cutToBytes, type OutboxRow } from './outbox-rows.ts';

const rowOf = (bytes: number) => ({ headers: '', payload: 'x'.repeat(bytes) }) as OutboxRow;

describe('a batch', () => {
  it.each([
    [[10, 20, 30], 60, 3],
    [[10, 20, 31], 60, 2],
    [[61, 1], 60, 1],
    [[], 60, 0],
  ])('of rows of %j bytes within %d takes the first %d', (sizes, bytesMax, taken) => {
    expect(cutToBytes(sizes.map(rowOf), bytesMax)).toHaveLength(taken);
  });

  it('counts bytes, not characters', () => {
    expect(cutToBytes([{ ...rowOf(0), payload: '县' }, rowOf(1)], 3)).toHaveLength(1);
  });
});
