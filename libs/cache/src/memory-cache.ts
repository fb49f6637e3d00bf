import { Cache, type CacheEntryOptions, type Json } from './cache.ts';
import { SingleFlight } from './single-flight.ts';

/** The port within one process: for specs and for making documents, where no Redis is wanted. */
export class MemoryCache extends Cache {
  readonly #entries = new Map<string, { text: string; expiresAtMs: number }>();
  readonly #flights = new SingleFlight();

  constructor(private readonly nowMs: () => number) {
    super();
  }

  override get<Value extends Json>(key: string): Promise<Value | undefined> {
    const entry = this.#entries.get(key);
    const alive = entry !== undefined && entry.expiresAtMs > this.nowMs();
    return Promise.resolve(alive ? (JSON.parse(entry.text) as Value) : undefined);
  }

  override set(key: string, value: Json, { ttlSeconds }: CacheEntryOptions): Promise<void> {
    this.#entries.set(key, { text: JSON.stringify(value), expiresAtMs: this.nowMs() + ttlSeconds * 1000 });
    return Promise.resolve();
  }

  override remove(...keys: string[]): Promise<void> {
    for (const key of keys) this.#entries.delete(key);
    return Promise.resolve();
  }

  override getOrLoad<Value extends Json>(key: string, options: CacheEntryOptions, load: () => Promise<Value>): Promise<Value> {
    return this.#flights.run(key, async () => {
      const cached = await this.get<Value>(key);
      if (cached !== undefined) return cached;
      const value = await load();
      await this.set(key, value, options);
      return value;
    });
  }

  override close(): Promise<void> {
    this.#entries.clear();
    return Promise.resolve();
  }
}
