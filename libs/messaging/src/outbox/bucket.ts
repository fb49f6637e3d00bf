/** Fixed for ever: a row's bucket is stored, and a lease names it. */
export const bucketCount = 64;

const seed = 0x9747b28c;
const m = 0x5bd1e995;

/** The bucket of a record key: murmur2 as in the Java client (kafka.common.utils.Utils), over UTF-8, modulo 64. */
export function bucketOf(key: string): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % bucketCount;
}

/** The 32-bit murmur2 of Kafka's default partitioner, signed as in Java. */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.byteLength & ~3;
  let hash = seed ^ bytes.byteLength;
  for (let at = 0; at < whole; at += 4) {
    const k = Math.imul(view.getInt32(at, true), m);
    hash = Math.imul(hash, m) ^ Math.imul(k ^ (k >>> 24), m);
  }
  if (whole < bytes.byteLength) {
    for (let at = bytes.byteLength - 1; at >= whole; at -= 1) hash ^= bytes[at]! << (8 * (at - whole));
    hash = Math.imul(hash, m);
  }
  hash = Math.imul(hash ^ (hash >>> 13), m);
  return hash ^ (hash >>> 15);
}
