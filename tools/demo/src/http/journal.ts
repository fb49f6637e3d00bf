import type { Instant, Uuid } from '@yigongti/kernel';

/** A request that was answered: what the story of a patient is told from. */
export interface RecordedStep {
  readonly correlationId: Uuid;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The system that sent it, by client id. */
  readonly by: string;
  /** Business time. */
  readonly at: Instant | undefined;
  readonly about: About;
}

/**
 * Source numbers of the residents that a request is about. `county`: about everybody's money; `whoever`: about nobody in particular, but
 * what follows from it may be.
 */
export type About = readonly string[] | 'county' | 'whoever';

/** Keeps the requests about one resident and those about nobody in particular, in the order of their answers; the others are only counted. */
export class Journal {
  readonly steps: RecordedStep[] = [];
  #requests = 0;

  constructor(private readonly residentSourceNo: string) {}

  get requests(): number {
    return this.#requests;
  }

  record(step: RecordedStep): void {
    this.#requests += 1;
    const { about } = step;
    if (typeof about === 'string' || about.includes(this.residentSourceNo)) this.steps.push(step);
  }
}
