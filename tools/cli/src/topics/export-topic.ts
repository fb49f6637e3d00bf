import type { Broker, IncomingRecord } from '@yigongti/messaging';
import { readTopic } from './read-topic.ts';
import type { Sink } from './sink.ts';
import { rowOf } from './topic-row.ts';

export interface Wanted {
  readonly topic: string;
  /** Of one key only: one aggregate's story. */
  readonly key?: string | undefined;
  /** Of one type only: a full type, or its end (`referral.accepted`). */
  readonly type?: string | undefined;
}

/** Writes the records of a topic to a sink. Gives how many. @throws Failure, BrokerError, or what the sink throws; nothing is left then */
export async function exportTopic(broker: Broker, wanted: Wanted, sink: Sink): Promise<number> {
  let count = 0;
  try {
    await readTopic(broker, wanted.topic, async (records) => {
      const rows = records.filter((record) => isWanted(record, wanted)).map(rowOf);
      count += rows.length;
      if (rows.length > 0) await sink.add(rows);
    });
    await sink.close();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  return count;
}

function isWanted({ key, headers }: IncomingRecord, wanted: Wanted): boolean {
  if (wanted.key !== undefined && key !== wanted.key) return false;
  if (wanted.type === undefined) return true;
  const type = headers.ce_type ?? '';
  return type === wanted.type || type.replace(/\.v\d+$/, '').endsWith(`.${wanted.type}`);
}
