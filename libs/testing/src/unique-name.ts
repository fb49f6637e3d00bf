import { randomBytes } from 'node:crypto';

/** A name that no other spec and no other run has, fit for topics, consumer groups and Redis keys: `test.<stem>.1f0c9a3e77b2`. */
export function uniqueName(stem: string): string {
  return `test.${stem}.${randomBytes(6).toString('hex')}`;
}
