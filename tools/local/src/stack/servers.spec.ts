import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { answers, givenServers } from './servers.ts';

describe('servers that were given', () => {
  const server = createServer();
  let at: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are those that the environment names, empty names being none', () => {
    const environment = { DATABASE_URL: 'postgres://admin@db/county', KAFKA_BROKERS: '', PATH: '/bin' };
    expect(givenServers(environment)).toEqual({ DATABASE_URL: 'postgres://admin@db/county' });
  });

  it.each([
    ['a database with user and password', () => `postgres://admin:p%40ss@${at}/county`, true],
    ['a cache', () => `redis://${at}/0`, true],
    ['a broker', () => at, true],
    ['brokers, one of which is up', () => `127.0.0.1:1,${at}`, true],
    ['brokers, none of which is up', () => '127.0.0.1:1,127.0.0.1:2', false],
    ['a database at a port where nobody listens', () => 'postgres://admin@127.0.0.1:1/county', false],
  ])('%s: answers or not', async (_case, url, expected) => {
    expect(await answers(url())).toBe(expected);
  });
});
