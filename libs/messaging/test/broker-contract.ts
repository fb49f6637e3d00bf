import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, uniqueName } from '@yigongti/testing';
import type { Broker, Chunk, IncomingRecord } from '../src/broker/broker.ts';
import { murmur2 } from '../src/outbox/bucket.ts';

const partitions = 4;

/** What every driver of the port must do, run on the real broker and on the one in memory. */
export function describeBroker(name: string, create: () => Broker): void {
  describe(name, () => {
    let broker: Broker;
    let topic: string;
    let group: string;

    const record = (key: string, value: string) => ({
      topic,
      key,
      value,
      headers: { ce_type: 'cn.yigongti.note', 'x-zh': '县' },
    });
    const collect = (into: IncomingRecord[]) => (chunk: Chunk) => {
      into.push(...chunk.records);
      return Promise.resolve();
    };

    beforeAll(() => {
      broker = create();
    });
    afterAll(() => broker.close(10_000));

    const fresh = async () => {
      topic = uniqueName('topic');
      group = uniqueName('group');
      await broker.ensureTopics([{ name: topic, partitions, replicationFactor: 1, settings: {} }]);
    };

    it('carries key, value and headers, and puts a key where the Java client would', async () => {
      await fresh();
      const seen: IncomingRecord[] = [];
      await broker.produce([record('a', '{"n":1}'), record('b', '{"n":2}'), record('鼓楼', '{"n":3}')]);
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(seen) });
      await eventually('three records', () => seen.length === 3);
      await consumption.stop(5_000);
      for (const { key, partition, headers } of seen) {
        expect(partition).toBe((murmur2(Buffer.from(key!)) & 0x7fffffff) % partitions);
        expect(headers).toEqual({ ce_type: 'cn.yigongti.note', 'x-zh': '县' });
      }
      expect(seen.map(({ value }) => value).sort()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
    });

    it('keeps the order of a key and gives chunks of one partition, no larger than asked for', async () => {
      await fresh();
      const chunks: Chunk[] = [];
      const values = Array.from({ length: 25 }, (_, n) => String(n));
      await broker.produce(values.map((value) => record('one', value)));
      const handler = (chunk: Chunk) => {
        chunks.push(chunk);
        return Promise.resolve();
      };
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler });
      await eventually('all records', () => chunks.flatMap((chunk) => chunk.records).length === 25);
      await consumption.stop(5_000);
      expect(chunks.flatMap((chunk) => chunk.records.map(({ value }) => value))).toEqual(values);
      expect(Math.max(...chunks.map((chunk) => chunk.records.length))).toBeLessThanOrEqual(10);
    });

    it('delivers a chunk again whose handler failed, while other partitions go on', async () => {
      await fresh();
      const seen: string[] = [];
      let failures = 0;
      const handler = ({ records }: Chunk) => {
        if (records.some(({ key }) => key === 'a') && (failures += 1) <= 2) return Promise.reject(new Error('not now'));
        seen.push(...records.map(({ key }) => key!));
        return Promise.resolve();
      };
      await broker.produce([record('a', '1'), record('b', '1'), record('c', '1'), record('d', '1')]);
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 1, handler });
      await eventually('all records', () => seen.length >= 4);
      await consumption.stop(5_000);
      expect([...seen].sort()).toEqual(['a', 'b', 'c', 'd']);
      expect(failures).toBe(3);
    });

    it('goes on where the group stopped', async () => {
      await fresh();
      const first: IncomingRecord[] = [];
      const second: IncomingRecord[] = [];
      await broker.produce([record('a', '1')]);
      const before = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(first) });
      await eventually('the first record', () => first.length === 1);
      await before.stop(5_000);
      await broker.produce([record('a', '2')]);
      const after = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(second) });
      await eventually('the second record', () => second.length === 1);
      await after.stop(5_000);
      expect(second.map(({ value, offset }) => [value, offset])).toEqual([['2', 1n]]);
      const lags = await broker.lag(group, [topic]);
      expect(lags.reduce((sum, { committed, end }) => sum + Number(end - (committed ?? 0n)), 0)).toBe(0);
    });

    it('holds a paused partition back until it is resumed', async () => {
      await fresh();
      const seen: IncomingRecord[] = [];
      const partition = (murmur2(Buffer.from('a')) & 0x7fffffff) % partitions;
      const other = ['b', 'c', 'd', 'e'].find((key) => (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions !== partition)!;
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(seen) });
      consumption.pause(topic, partition);
      await broker.produce([record('a', '1'), record(other, '1')]);
      await eventually('the record of the other partition', () => seen.length === 1);
      expect(seen[0]!.key).toBe(other);
      consumption.resume(topic, partition);
      await eventually('the record of the paused partition', () => seen.length === 2);
      await consumption.stop(5_000);
    });

    it('writes nothing once the caller may not', async () => {
      await fresh();
      await expect(broker.produce([record('a', '1')], () => false)).rejects.toMatchObject({ name: 'BrokerError' });
      await broker.produce([record('a', '2')]);
      const seen: IncomingRecord[] = [];
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(seen) });
      await eventually('the permitted record', () => seen.length > 0);
      await consumption.stop(5_000);
      expect(seen.map(({ value }) => value)).toEqual(['2']);
    });

    it('waits on stop for the chunk in flight, and counts it as read', async () => {
      await fresh();
      let release: () => void = () => undefined;
      let started = false;
      const handler = () => {
        started = true;
        return new Promise<void>((resolve) => (release = resolve));
      };
      await broker.produce([record('a', '1')]);
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler });
      await eventually('the handler to start', () => started);
      const stopped = consumption.stop(10_000);
      release();
      await stopped;
      const lags = await broker.lag(group, [topic]);
      expect(lags.map(({ committed }) => committed ?? 0n).reduce((a, b) => a + b)).toBe(1n);
    });

    it('carries the largest event that the outbox lets through', async () => {
      await fresh();
      const seen: IncomingRecord[] = [];
      await broker.produce([record('a', 'x'.repeat(900_000))]);
      const consumption = await broker.consume({ group, topics: [topic], chunkSize: 10, handler: collect(seen) });
      await eventually('the record', () => seen.length === 1);
      await consumption.stop(5_000);
      expect(seen[0]!.value).toHaveLength(900_000);
    });

    it('makes topics once and answers a ping', async () => {
      await fresh();
      await broker.ensureTopics([{ name: topic, partitions, replicationFactor: 1, settings: {} }]);
      expect(await broker.lag(group, [topic])).toHaveLength(partitions);
      expect(await broker.ping()).toBe(true);
    });
  });
}
