import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testRedis, uniqueName } from '@yigongti/testing';
import { createClient } from 'redis';
import type { Cache } from './cache.ts';
import { MemoryCache } from './memory-cache.ts';
import { RedisCache } from './redis-cache.ts';

const namespace = uniqueName('cache');
const opened: Cache[] = [];
const states: string[] = [];

async function redisCache(url = testRedis()): Promise<RedisCache> {
  const cache = new RedisCache({ url, namespace, onStateChange: (state) => states.push(state) }).connect();
  opened.push(cache);
  return cache;
}

async function readyRedisCache(): Promise<RedisCache> {
  const cache = await redisCache();
  await eventually(
    'Redis answers',
    async () => {
      await cache.set('ready', 1, { ttlSeconds: 5 });
      return (await cache.get('ready')) === 1;
    },
    { within: 4_000 },
  );
  return cache;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((cache) => cache.close()));
  states.length = 0;
});

describe.each([
  ['in Redis', readyRedisCache],
  ['in memory', async () => new MemoryCache(() => performance.now())],
])('a cache %s', (_, make: () => Promise<Cache>) => {
  let cache: Cache;
  beforeAll(async () => {
    cache = await make();
    opened.splice(0);
  });
  afterAll(() => cache.close());

  it('gives back what was set, as JSON, until it is removed', async () => {
    await cache.set('tree', { code: 'T01', children: [null, '卫生院', 1] }, { ttlSeconds: 60 });
    expect(await cache.get('tree')).toEqual({ code: 'T01', children: [null, '卫生院', 1] });
    await cache.remove('tree', 'never-there');
    expect(await cache.get('tree')).toBeUndefined();
  });

  it('forgets', async () => {
    await cache.set('short', true, { ttlSeconds: 1 });
    await eventually('it is forgotten', async () => (await cache.get('short')) === undefined, { within: 3_000 });
  });

  it('loads once for all who ask at the same time, and again after a load that failed', async () => {
    let loads = 0;
    const load = async () => (loads += 1);
    const [one, two] = await Promise.all([
      cache.getOrLoad('n', { ttlSeconds: 60 }, load),
      cache.getOrLoad('n', { ttlSeconds: 60 }, load),
    ]);
    expect([one, two, await cache.getOrLoad('n', { ttlSeconds: 60 }, load), loads]).toEqual([1, 1, 1, 1]);
    await expect(cache.getOrLoad('m', { ttlSeconds: 60 }, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.getOrLoad('m', { ttlSeconds: 60 }, async () => 7)).toBe(7);
  });
});

describe('RedisCache', () => {
  it('gives every key its namespace and an end', async () => {
    const cache = await readyRedisCache();
    await cache.set('a', 1, { ttlSeconds: 100 });
    const client = await createClient({ url: testRedis() }).connect();
    const ttl = await client.ttl(`yigongti:${namespace}:a`);
    client.destroy();
    expect(ttl).toBeGreaterThan(90);
    await expect(cache.set('b', 1, { ttlSeconds: 0 })).rejects.toThrow(RangeError);
    await expect(cache.set('b', 1, { ttlSeconds: 90_000 })).rejects.toThrow(RangeError);
  });

  it('is only slower when Redis is away, and says so once', async () => {
    const cache = await redisCache('redis://127.0.0.1:1');
    await eventually('it notices', () => states.length > 0, { within: 4_000 });
    await cache.set('a', 1, { ttlSeconds: 10 });
    expect(await cache.get('a')).toBeUndefined();
    expect(await cache.getOrLoad('a', { ttlSeconds: 10 }, async () => 'truth')).toBe('truth');
    expect(states).toEqual(['down']);
  });

  it('takes an entry that nobody understands for absent', async () => {
    const cache = await readyRedisCache();
    const client = await createClient({ url: testRedis() }).connect();
    await client.set(`yigongti:${namespace}:odd`, '{broken', { expiration: { type: 'EX', value: 10 } });
    client.destroy();
    expect(await cache.get('odd')).toBeUndefined();
  });
});
