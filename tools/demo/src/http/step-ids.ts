import { createHash } from 'node:crypto';
import type { Uuid } from '@yigongti/kernel';

/** What makes a play the same play. */
export interface PlayIdentity {
  readonly county: string;
  readonly seed: string;
  readonly residents: number;
  readonly month: string;
}

/**
 * One id for each step of a play, its idempotency key and its correlation id at once: a step sent again, after a kill of whatever part,
 * gets the answer that is stored for it.
 */
export class StepIds {
  readonly #play: string;

  constructor({ county, seed, residents, month }: PlayIdentity) {
    this.#play = JSON.stringify([county, seed, residents, month]);
  }

  /** UUID version 8 (RFC 9562): made of a digest, not of time or chance. */
  of(step: string): Uuid {
    const digits = createHash('sha256').update(`${this.#play}\n${step}`).digest('hex').slice(0, 32);
    const marked = `${digits.slice(0, 12)}8${digits.slice(13, 16)}a${digits.slice(17)}`;
    return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
