import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrokers } from '@yigongti/testing';
import { describeBroker } from '../../../test/broker-contract.ts';
import { KafkajsBroker } from './kafkajs-broker.ts';

jest.setTimeout(30_000);

describe('kafkajs', () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  beforeAll(() => void process.on('warning', note));
  afterAll(() => void process.off('warning', note));

  describeBroker('against a real broker', () => new KafkajsBroker({ brokers: testBrokers(), clientId: 'messaging-spec' }));

  it('makes no process warnings, whether the broker is there (timers) or not (listeners)', async () => {
    const away = new KafkajsBroker({ brokers: ['127.0.0.1:1'], clientId: 'messaging-spec' });
    const record = { topic: 't', key: 'k', value: '{}', headers: {} };
    for (let attempt = 0; attempt < 15; attempt += 1) await away.produce([record]).catch(() => undefined);
    for (let attempt = 0; attempt < 3; attempt += 1) await away.ping();
    await away.close(5_000);
    expect(warnings.filter(({ name }) => name !== 'ExperimentalWarning')).toEqual([]);
  });

  it('says that a broker is away as something to retry, and answers no ping', async () => {
    const away = new KafkajsBroker({ brokers: ['127.0.0.1:1'], clientId: 'messaging-spec' });
    await expect(away.produce([{ topic: 't', key: 'k', value: '{}', headers: {} }])).rejects.toMatchObject({
      errorClass: 'retry',
    });
    expect(await away.ping()).toBe(false);
    await away.close(5_000);
  });
});
