import { serviceParts } from '@yigongti/tool-local';
import { gapsOf, publishedByType, type Ledgers } from '../ledger/ledger.ts';
import { unrest } from '../ledger/quiet.ts';
import type { Report } from '../report/schema.ts';
import { grouped, heading, table, wrapped } from './table.ts';

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
  const titles = ['published 发布', 'types 订阅', 'due 应处理', 'applied 已处理', 'parked 暂停', 'dead 死信', 'outbox 待发'];
  return [
    ...heading('Event ledger', '事件总账'),
    ...table([{ title: 'service 服务' }, ...titles.map((title) => ({ title, right: true })), { title: '' }], rows),
    ...verdict(ledgers),
  ];
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
    ...table([{ title: 'service 服务' }, { title: 'accepted 接受', right: true }, { title: 'refused 拒绝', right: true }], rows),
    ...wrapped(codes.map(([code, count]) => `${count} × ${code}`)),
  ];
}
