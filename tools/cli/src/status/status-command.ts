import type { Command } from 'commander';
import { partTable, table } from '@yigongti/tool-local';
import { exitCodes, usageFailure } from '../failure.ts';
import { bytes } from '../output/human.ts';
import { leaf, sessionOf, type Ending } from '../session.ts';
import { findTarget } from '../target/target.ts';
import { isWell, readStatus, type Status } from './read-status.ts';
import { measure, type Resources } from './resources.ts';

/** `status`: every part and how the services stand with their events. */
export function addStatusCommand(program: Command, ending: Ending): void {
  leaf(program, {
    name: 'status',
    en: 'How every part is, and how the services stand with their events; ends with 1 where something is away or dead',
    zh: '各部分与事件状态；异常返回 1',
    examples: ['status', 'status --resources', "status --json | jq '.services[] | select(.lag > 0)'"],
  })
    .option('--resources', 'also memory, processor time and disk of the local stack (含资源占用)')
    .action(async (options: { resources?: boolean; json?: boolean }) => {
      const target = findTarget();
      if (options.resources && !target.stack) throw usageFailure('--resources is for the local stack', '--resources 仅用于本机');
      const status = await readStatus(target);
      const resources = options.resources ? measure(target.stack!) : undefined;
      sessionOf(options).output.result({ ...status, ...(resources && { resources }) }, () => [
        ...statusLines(status),
        ...(resources ? resourceLines(resources) : []),
      ]);
      if (!isWell(status)) ending.code = exitCodes.wrong;
    });
}

function statusLines({ county, gateway, parts, services, unasked }: Status): string[] {
  const serviceRows = (services ?? []).map(({ service, published, applied, outboxPending, parked, dead, lag }) => [
    service,
    ...[published, applied, outboxPending, parked, dead, lag ?? '?'].map(String),
  ]);
  const figures = [
    { en: 'published', zh: '发布' },
    { en: 'applied', zh: '已处理' },
    { en: 'outbox', zh: '待发' },
    { en: 'parked', zh: '暂停' },
    { en: 'dead', zh: '死信' },
    { en: 'lag', zh: '积压' },
  ].map((column) => ({ ...column, right: true }));
  return [
    `County 县域 ${county} · ${gateway}`,
    ...(parts.length > 0 ? partTable(parts) : []),
    '',
    ...(services ? table([{ en: 'service', zh: '服务' }, ...figures], serviceRows) : [`  ! ${unasked}`]),
  ];
}

function resourceLines({ parts, disk }: Resources): string[] {
  const total = parts.reduce((sum, { memory }) => sum + memory, 0);
  const rows = parts.map(({ part, memory, cpuSeconds }) => [part, bytes(memory), `${cpuSeconds} s`]);
  const columns = [
    { en: 'part', zh: '部分' },
    { en: 'memory', zh: '内存', right: true },
    { en: 'processor', zh: '处理器', right: true },
  ];
  const folders = Object.entries(disk).map(([folder, size]) => `${folder} ${bytes(size)}`);
  return ['', ...table(columns, [...rows, ['all 合计', bytes(total), '']]), `  disk 磁盘: ${folders.join(' · ')}`];
}
