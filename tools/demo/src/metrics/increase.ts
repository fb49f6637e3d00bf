import type { Sample } from './prometheus-text.ts';

/**
 * How much counters grew over scrapes of one process that may be started anew in between, as Prometheus' `increase` counts it: a value
 * below the one before means that the counter began again at zero. What a killed process counted after its last scrape is lost.
 */
export class Increase {
  readonly #last = new Map<string, number>();
  readonly #grown = new Map<string, { readonly labels: Sample['labels']; value: number }>();
  #begun = false;

  /** The first scrape is where the counting begins; a series that appears later begins at zero. */
  add(scrape: readonly Sample[]): void {
    for (const sample of scrape) this.#count(sample);
    this.#begun = true;
  }

  /** Series that grew, with how much. */
  get samples(): readonly { readonly labels: Sample['labels']; readonly value: number }[] {
    return [...this.#grown.values()].filter(({ value }) => value > 0);
  }

  #count({ labels, value }: Sample): void {
    const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    const before = this.#last.get(key) ?? (this.#begun ? 0 : value);
    const grown = this.#grown.get(key) ?? { labels, value: 0 };
    grown.value += value >= before ? value - before : value;
    this.#grown.set(key, grown);
    this.#last.set(key, value);
  }
}
