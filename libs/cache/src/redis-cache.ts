import { createClient } from 'redis';
import { Cache, type CacheEntryOptions, type Json } from './cache.ts';
import { SingleFlight } from './single-flight.ts';

export interface RedisCacheOptions {
  readonly url: string;
  /** First part of every key: the service, so that six services share one Redis. Keys never hold personal data. */
  readonly namespace: string;
  /** Told once when the state changes, not at every failing command. */
  readonly onStateChange: (state: 'up' | 'down', reason?: string) => void;
}

/** A cache that answers slower than this is no help. */
const commandTimeoutMs = 250;
const reconnectMsMax = 2_000;
/** A day: longer than any catalogue of ours may be stale. */
const ttlSecondsMax = 86_400;

/** Redis behind namespaced keys that expire. Fails open. */
export class RedisCache extends Cache {
  readonly #client;
  readonly #flights = new SingleFlight();
  #up: boolean | null = null;

  constructor(private readonly options: RedisCacheOptions) {
    super();
    this.#client = createClient({
      url: options.url,
      disableOfflineQueue: true,
      commandOptions: { timeout: commandTimeoutMs },
      socket: {
        connectTimeout: 1_000,
        reconnectStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 10), reconnectMsMax),
      },
    });
    this.#client.on('error', (error: Error & { code?: string }) => this.#changeTo(false, error.code ?? error.name));
    this.#client.on('ready', () => this.#changeTo(true));
  }

  /** Starts connecting and returns at once: a service starts without its cache. */
  connect(): this {
    this.#client.connect().catch((error: Error) => this.#changeTo(false, error.name));
    return this;
  }

  override async get<Value extends Json>(key: string): Promise<Value | undefined> {
    const text = await this.#attempt(() => this.#client.get(this.#nameOf(key)));
    return text == null ? undefined : (parsed(text) as Value | undefined);
  }

  override async set(key: string, value: Json, { ttlSeconds }: CacheEntryOptions): Promise<void> {
    if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > ttlSecondsMax) {
      throw new RangeError(`a cache entry lives 1 to ${ttlSecondsMax} seconds`);
    }
    await this.#attempt(() =>
      this.#client.set(this.#nameOf(key), JSON.stringify(value), { expiration: { type: 'EX', value: ttlSeconds } }),
    );
  }

  override async remove(...keys: string[]): Promise<void> {
    if (keys.length > 0) await this.#attempt(() => this.#client.del(keys.map((key) => this.#nameOf(key))));
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
    this.#client.destroy();
    return Promise.resolve();
  }

  #nameOf(key: string): string {
    return `yigongti:${this.options.namespace}:${key}`;
  }

  async #attempt<Value>(command: () => Promise<Value>): Promise<Value | undefined> {
    if (!this.#client.isReady) return undefined;
    try {
      const answer = await command();
      this.#changeTo(true);
      return answer;
    } catch (error) {
      this.#changeTo(false, (error as Error).name);
      return undefined;
    }
  }

  #changeTo(up: boolean, reason?: string): void {
    if (this.#up === up) return;
    this.#up = up;
    this.options.onStateChange(up ? 'up' : 'down', reason);
  }
}

/** What another version wrote may be anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
