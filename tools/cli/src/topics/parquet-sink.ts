import { rename, rm } from 'node:fs/promises';
import { fileWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer';
import type { Sink } from './sink.ts';
import type { TopicRow } from './topic-row.ts';

/** Rows that are held before they are written as one group: flat memory, and large enough to compress well. */
const groupRows = 20_000;

/** The columns, with the same names as in NDJSON; `data` is JSON, since the events of one topic have different fields. */
const columns: readonly { name: keyof TopicRow; type: BasicType; nullable: boolean; of: (row: TopicRow) => unknown }[] = [
  { name: 'topic', type: 'STRING', nullable: false, of: (row) => row.topic },
  { name: 'partition', type: 'INT32', nullable: false, of: (row) => row.partition },
  { name: 'offset', type: 'INT64', nullable: false, of: (row) => BigInt(row.offset) },
  { name: 'key', type: 'STRING', nullable: false, of: (row) => row.key },
  { name: 'id', type: 'STRING', nullable: false, of: (row) => row.id },
  { name: 'type', type: 'STRING', nullable: false, of: (row) => row.type },
  { name: 'source', type: 'STRING', nullable: false, of: (row) => row.source },
  { name: 'time', type: 'STRING', nullable: false, of: (row) => row.time },
  { name: 'county', type: 'STRING', nullable: false, of: (row) => row.county },
  { name: 'aggregateVersion', type: 'INT32', nullable: false, of: (row) => row.aggregateVersion },
  { name: 'correlationId', type: 'STRING', nullable: false, of: (row) => row.correlationId },
  { name: 'causationId', type: 'STRING', nullable: true, of: (row) => row.causationId ?? undefined },
  { name: 'data', type: 'JSON', nullable: true, of: (row) => row.data ?? undefined },
];

function columnData(rows: readonly TopicRow[]) {
  return columns.map(({ name, type, nullable, of }) => ({ name, type, nullable, data: rows.map(of) }));
}

/** Apache Parquet, Snappy-compressed, a group of rows at a time. */
export function parquetFile(file: string): Sink {
  const partial = `${file}.partial`;
  const schema = schemaFromColumnData({ columnData: columnData([]) });
  const writer = new ParquetWriter({ writer: fileWriter(partial), schema, createdBy: 'yigongti' });
  let held: TopicRow[] = [];
  const writeHeld = async () => {
    if (held.length > 0) await writer.write({ columnData: columnData(held), rowGroupSize: groupRows });
    held = [];
  };
  return {
    add: async (rows) => {
      held.push(...rows);
      if (held.length >= groupRows) await writeHeld();
    },
    close: async () => {
      await writeHeld();
      await writer.finish();
      await rename(partial, file);
    },
    abort: () => rm(partial, { force: true }),
  };
}
