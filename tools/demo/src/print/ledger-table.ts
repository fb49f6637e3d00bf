import { serviceParts } from '@yigongti/tool-local';
import { gapsOf, publishedByType, type Ledgers } from '../ledger/ledger.ts';
import { unrest } from '../ledger/quiet.ts';
import type { Report } from '../report/schema.ts';
import { grouped, heading, table, wrapped, type Column } from './table.ts';

const ledgerColumns: readonly Column[] = [
  { en: 'service', zh: '服务' },
  { en: 'published', zh: '已发布', right: true },
  { en: 'types taken', zh: '订阅类型', right: true },
  { en: 'due', zh: '应处理', right: true },
  { en: 'applied', zh: '已处理', right: true },
  { en: 'parked', zh: '暂停', right: true },
  { en: 'dead', zh: '死信', right: true },
  { en: 'outbox', zh: '待发布', right: true },
  { en: '' },
];

const commandColumns: readonly Column[] = [
  { en: 'service', zh: '服务' },
  { en: 'accepted', zh: '接受', right: true },
  { en: 'refused', zh: '拒绝', right: true },
];

/** What each service sent and took, and whether that comes out. */
export function ledgerLines(ledgers: Ledgers): string[] {
  const published = publishedByType(ledgers);
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const rows = serviceParts.map(({ name, labelZh }) => {
    const { applied, consumes, parked, dead, outboxPending, published: own } = ledgers[name];
    const due = sum(consumes.map((type) => published.get(type) ?? 0));
    const taken = sum(consumes.map((type) => applied[type] ?? 0));
    const figures = [sum(Object.values(own)), consumes.length, due, taken, parked, dead, outboxPending];
    return [`${name} ${labelZh}`, ...figures.map(grouped), due === taken ? '✓' : '✗'];
  });
  return [...heading('Event ledger', '事件总账'), ...table(ledgerColumns, rows), ...verdict(ledgers)];
}

function verdict(ledgers: Ledgers): string[] {
  if (gapsOf(ledgers).length === 0)
    return ['  For every type and every service that declares it: applied = published / 各类事件均已全部处理'];
  return unrest(ledgers).map((line) => `  ✗ ${line}`);
}

/** Commands over the play; what was refused, by code. */
export function commandLines(services: Report['services']): string[] {
  const rows = serviceParts.map(({ name, labelZh }) => {
    const { commandsAccepted, commandsRefused } = services[name]!;
    const refused = Object.values(commandsRefused).reduce((total, count) => total + count, 0);
    return [`${name} ${labelZh}`, grouped(commandsAccepted), grouped(refused)];
  });
  const codes = Object.values(services).flatMap(({ commandsRefused }) => Object.entries(commandsRefused));
  return [
    ...heading('Commands over the play', '命令'),
    ...table(commandColumns, rows),
    ...wrapped(codes.map(([code, count]) => `${count} × ${code}`)),
  ];
}
