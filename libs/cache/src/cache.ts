/** What is cached must be JSON; it is a copy, never the truth. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface CacheEntryOptions {
  /** Seconds until the entry expires: every entry has an end, so a missed removal heals itself. */
  readonly ttlSeconds: number;
}

/** Port: a cache beside the database. Being away costs speed, nothing else: reads miss, writes are dropped. */
export abstract class Cache {
  abstract get<Value extends Json>(key: string): Promise<Value | undefined>;
  abstract set(key: string, value: Json, options: CacheEntryOptions): Promise<void>;
  abstract remove(...keys: string[]): Promise<void>;

  /** The cached value, or what `load` gives, which is then cached. `load` runs once per process for callers who ask at the same time. */
  abstract getOrLoad<Value extends Json>(key: string, options: CacheEntryOptions, load: () => Promise<Value>): Promise<Value>;

  /** Waits no longer than a moment. */
  abstract close(): Promise<void>;
}
