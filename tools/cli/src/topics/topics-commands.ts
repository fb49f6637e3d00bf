import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { topicsOf } from '@yigongti/events';
import type { Broker } from '@yigongti/messaging';
import { table } from '@yigongti/tool-local';
import { usageFailure } from '../failure.ts';
import { bytes } from '../output/human.ts';
import { leaf, sessionOf } from '../session.ts';
import { withBroker } from '../target/broker.ts';
import { findTarget } from '../target/target.ts';
import { exportTopic, type Wanted } from './export-topic.ts';
import { ndjsonFile, ndjsonStream } from './ndjson-sink.ts';
import { parquetFile } from './parquet-sink.ts';
import { groupPrefix } from './read-topic.ts';

/** `topics`: what an analyst reads, with the user that is made for it. */
export function addTopicsCommands(program: Command): void {
  const topics = program
    .command('topics')
    .summary('event topics, for analysts 事件主题')
    .description('Topics, read as the analyst\n事件主题（分析员只读）');
  addList(topics);
  addExport(topics);
}

function addList(topics: Command): void {
  leaf(topics, {
    name: 'list',
    en: 'The topics of the suite, with how far each reaches',
    zh: '主题列表',
    examples: ['topics list', 'topics list --json'],
  }).action(async (options: { json?: boolean }) => {
    const all = topicsOf();
    const names = all.map(({ name }) => name);
    const lags = await withBroker(findTarget('analyst'), (broker) => broker.lag(`${groupPrefix}cli`, names));
    const listed = all.map(({ name, owner, kind, definitions }) => {
      const own = lags.filter(({ topic }) => topic === name);
      const end = Number(own.reduce((sum, lag) => sum + lag.end, 0n));
      return { topic: name, owner, kind, partitions: own.length, end, types: definitions.map(({ type }) => type) };
    });
    const columns = [
      { en: 'topic', zh: '主题' },
      { en: 'kind', zh: '类别' },
      { en: 'partitions', zh: '分区', right: true },
      { en: 'end', zh: '末位', right: true },
      { en: 'types', zh: '事件类型', right: true },
    ];
    const rows = listed.map(({ topic, kind, partitions, end, types }) => [
      topic,
      kind,
      ...[partitions, end, types.length].map(String),
    ]);
    sessionOf(options).output.result(listed, () => table(columns, rows));
  });
}

interface ExportOptions {
  readonly format: string;
  readonly out: string;
  readonly all?: boolean;
  readonly key?: string;
  readonly type?: string;
  readonly stdout?: boolean;
  readonly json?: boolean;
}

function addExport(topics: Command): void {
  leaf(topics, {
    name: 'export [topics...]',
    en: 'Writes topics from their first to their last record, one file each; nothing is held in memory but a group of rows',
    zh: '导出主题（NDJSON 或 Parquet）',
    examples: [
      'topics export --all --format parquet --out export',
      'topics export settlement.claim.v1 --out export',
      'topics export referrals.referral.v1 --key 019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b11 --stdout',
    ],
  })
    .option('--format <format>', 'ndjson or parquet (格式)', 'ndjson')
    .option('--out <folder>', 'folder for <topic>.<format> (输出目录)', '.')
    .option('--all', 'every topic of the suite (全部主题)')
    .option('--key <key>', 'records of one key only (仅某一键)')
    .option('--type <type>', 'records of one type only, such as referral.accepted (仅某一类型)')
    .option('--stdout', 'one topic as NDJSON to standard output (输出到标准输出)')
    .action(async (names: string[], options: ExportOptions) => {
      const wanted = wantedOf(names, options);
      await withBroker(findTarget('analyst'), (broker) =>
        options.stdout ? toStandardOutput(broker, wanted) : toFiles(broker, wanted, options),
      );
    });
}

function wantedOf(names: readonly string[], { all, key, type, format, stdout }: ExportOptions): Wanted[] {
  const known = topicsOf().map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw usageFailure(`There is no topic ${unknown.join(', ')}: see topics list`, '没有此主题');
  if (!['ndjson', 'parquet'].includes(format))
    throw usageFailure('--format is ndjson or parquet', '--format 须为 ndjson 或 parquet');
  const topics = all ? known : [...new Set(names)];
  if (topics.length === 0) throw usageFailure('Name topics, or --all', '请指定主题或 --all');
  if (stdout && (topics.length > 1 || format !== 'ndjson'))
    throw usageFailure('--stdout is for one topic as NDJSON', '--stdout 仅用于单个主题的 NDJSON');
  return topics.map((topic) => ({ topic, key, type }));
}

async function toStandardOutput(broker: Broker, [wanted]: readonly Wanted[]): Promise<void> {
  try {
    await exportTopic(broker, wanted!, ndjsonStream(process.stdout));
  } catch (error) {
    // Whoever read the other end, `head` for example, has enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

async function toFiles(broker: Broker, wanted: readonly Wanted[], options: ExportOptions): Promise<void> {
  const { format, out } = options;
  mkdirSync(out, { recursive: true });
  const written: { topic: string; file: string; records: number; bytes: number }[] = [];
  for (const one of wanted) {
    const file = join(out, `${one.topic}.${format}`);
    const records = await exportTopic(broker, one, format === 'parquet' ? parquetFile(file) : ndjsonFile(file));
    written.push({ topic: one.topic, file, records, bytes: statSync(file).size });
  }
  sessionOf(options).output.result(written, () =>
    written.map(({ file, records, bytes: size }) => `  ✓ ${file}  ${records} records 条, ${bytes(size)}`),
  );
}
