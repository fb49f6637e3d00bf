import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bucketCount, bucketOf, murmur2 } from './bucket.ts';

/** The client's own, checked by its authors against the Java client. */
const kafkajsMurmur2 = createRequire(import.meta.url)('kafkajs/src/producer/partitioners/default/murmur2.js') as (
  key: Buffer,
) => number;

describe('the bucket of a key', () => {
  it('hashes any bytes as the client does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(murmur2(bytes)).toBe(kafkajsMurmur2(Buffer.from(bytes)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is one of 64, whatever the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        expect(bucketOf(key)).toBe((kafkajsMurmur2(Buffer.from(key)) & 0x7fffffff) % bucketCount);
      }),
    );
  });

  // Cases of Apache Kafka's own UtilsTest.testMurmur2.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('agrees with Java about %s', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });
});
