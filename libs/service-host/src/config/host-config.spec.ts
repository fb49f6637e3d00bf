import { describe, expect, it } from '@jest/globals';
import { ConfigRefused } from './faults.ts';
import { hostConfigSchema, readHostConfig } from './host-config.ts';

const good = {
  DATABASE_URL: 'postgres://contracts:Zk3vQ9xw@db:5432/county',
  KAFKA_BROKERS: 'a:9092,b:9092',
  REDIS_URL: 'redis://cache:6379',
  ISSUER: 'https://id.county.example',
  JWKS_URL: 'https://id.county.example/jwks',
  COUNTY_PROFILE: '/etc/county.yaml',
};

const faultsOf = (environment: Record<string, string | undefined>) => {
  try {
    readHostConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigRefused).faults.map(({ at }) => at);
  }
};

describe('the environment', () => {
  it('gives typed values and defaults', () => {
    expect(readHostConfig({ ...good, PORT: '8080', SCHEDULER: '1', KAFKA_SASL_USERNAME: '' })).toMatchObject({
      PORT: 8080,
      HOST: '127.0.0.1',
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
      SCHEDULER: true,
      LOCAL_STACK: false,
      LOG_LEVEL: 'info',
    });
  });

  it('lists every fault at once, in both languages, without values', () => {
    expect(faultsOf({ PORT: 'x', ISSUER: 'secret-value' })).toEqual([
      'PORT',
      'DATABASE_URL',
      'KAFKA_BROKERS',
      'REDIS_URL',
      'ISSUER',
      'JWKS_URL',
      'COUNTY_PROFILE',
    ]);
    expect(() => readHostConfig({ ISSUER: 'secret-value' })).toThrow(/无效.* \/ Invalid/);
    expect(() => readHostConfig({ ISSUER: 'secret-value' })).not.toThrow(/secret-value/);
  });

  it.each([
    ['a limit lifted', { LATE_ENTRY: 'unlimited' }, ['LATE_ENTRY']],
    ['tokens over plain http', { ISSUER: 'http://id', JWKS_URL: 'http://id/jwks' }, ['ISSUER', 'JWKS_URL']],
    ['a password that everybody knows', { DATABASE_URL: 'postgres://contracts:postgres@db/county' }, ['DATABASE_URL']],
    ['the name as password', { DATABASE_URL: 'postgres://contracts:contracts@db/county' }, ['DATABASE_URL']],
    ['no password', { DATABASE_URL: 'postgres://contracts@db/county' }, ['DATABASE_URL']],
    ['a known password of Kafka', { KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'secret' }, ['KAFKA_SASL_PASSWORD']],
  ])('is refused with %s, but for the local stack', (_, overrides, faults) => {
    expect(faultsOf({ ...good, ...overrides })).toEqual(faults);
    expect(faultsOf({ ...good, ...overrides, LOCAL_STACK: '1' })).toEqual([]);
  });

  it('is described key by key', () => {
    const described = Object.entries(hostConfigSchema.shape).filter(([, schema]) => (schema.description ?? '').length > 10);
    expect(described).toHaveLength(Object.keys(hostConfigSchema.shape).length);
  });
});
