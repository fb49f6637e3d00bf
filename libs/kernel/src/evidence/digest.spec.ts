import { describe, expect, it } from '@jest/globals';
import { canonicalJson, digestOf } from './digest.ts';

describe('canonical JSON', () => {
  it('orders keys by code point at every depth and leaves absent fields out', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: '县', c: undefined, B: true })).toBe(
      '{"B":true,"a":"县","b":[{"a":null,"z":1}]}',
    );
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});

describe('digest', () => {
  it('is the same whatever order the fields were written in', () => {
    expect(digestOf({ fen: 1, code: 'A' })).toBe(digestOf({ code: 'A', fen: 1 }));
  });

  it('breaks when one fen changes', () => {
    expect(digestOf({ fen: 2 })).not.toBe(digestOf({ fen: 1 }));
  });

  it('is plain SHA-256, so that anyone can check it', () => {
    expect(digestOf('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
  });
});
