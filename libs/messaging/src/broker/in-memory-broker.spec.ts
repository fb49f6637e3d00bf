import { describe, expect, it } from '@jest/globals';
import { eventually } from '@yigongti/testing';
import { describeBroker } from '../../test/broker-contract.ts';
import { InMemoryBroker } from './in-memory-broker.ts';

describeBroker('the broker in memory', () => new InMemoryBroker());

describe('the broker in memory, for specs', () => {
  const topic = 'contracts.note.v1';
  const note = { topic, key: 'a', value: '{}', headers: {} };

  it('delivers again on demand', async () => {
    const broker = new InMemoryBroker();
    const offsets: bigint[] = [];
    const handler = ({ records }: { records: readonly { offset: bigint }[] }) => {
      offsets.push(...records.map(({ offset }) => offset));
      return Promise.resolve();
    };
    await broker.produce([note, note]);
    await broker.consume({ group: 'g', topics: [topic], chunkSize: 10, handler });
    await eventually('both', () => offsets.length === 2);
    broker.redeliver('g');
    await eventually('both again', () => offsets.length === 4);
    expect(offsets).toEqual([0n, 1n, 0n, 1n]);
    await broker.close();
  });

  it('plays an outage', async () => {
    const broker = new InMemoryBroker();
    broker.setAway(true);
    await expect(broker.produce([note])).rejects.toMatchObject({ errorClass: 'retry' });
    expect(await broker.ping()).toBe(false);
    broker.setAway(false);
    await broker.produce([note]);
    expect(broker.records(topic)).toHaveLength(1);
  });
});
