import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const hashed = 'sha256:';

/** A new secret: 192 bits of chance. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a secret that was shown once. */
export function hashOf(secret: string): string {
  return `${hashed}${digest(secret).toString('hex')}`;
}

/** Compares what a client sent with what is kept of its secret: the secret itself, or its hash. Takes the same time for all. */
export function isSecret(kept: string, sent: string): boolean {
  const expected = kept.startsWith(hashed) ? Buffer.from(kept.slice(hashed.length), 'hex') : digest(kept);
  const actual = digest(sent);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
