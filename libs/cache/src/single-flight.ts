/** Callers who ask for the same key at the same time share one load. */
export class SingleFlight {
  readonly #running = new Map<string, Promise<unknown>>();

  run<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    const running = this.#running.get(key);
    if (running) return running as Promise<Value>;
    const started = load().finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }
}
