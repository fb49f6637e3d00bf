import { table } from '@yigongti/tool-local';
import { minute, short, shortType } from '../output/human.ts';
import type { deadDetailSchema, Dead, Parked } from './event-shapes.ts';
import type { Of } from './find-events.ts';
import type { z } from 'zod';

export function parkedRows(found: readonly Of<Parked>[]): string[] {
  const columns = [
    { en: 'service', zh: '服务' },
    { en: 'key', zh: '键' },
    { en: 'first event', zh: '首个事件' },
    { en: 'events', zh: '事件数', right: true },
    { en: 'tries', zh: '次数', right: true },
    { en: 'because', zh: '原因' },
    { en: 'since', zh: '起' },
    { en: 'next try', zh: '下次' },
  ];
  const rows = found.map(({ service, key, eventType, events, attempts, waiting, errorClass, parkedAt, nextAttemptAt }) => {
    const because = waiting ? 'waits for another event 等待' : short(errorClass ?? '');
    return [service, key, shortType(eventType), `${events}`, `${attempts}`, because, minute(parkedAt), minute(nextAttemptAt)];
  });
  return table(columns, rows);
}

export function deadRows(found: readonly Of<Dead>[]): string[] {
  const columns = [
    { en: 'service', zh: '服务' },
    { en: 'id', zh: '标识' },
    { en: 'event', zh: '事件' },
    { en: 'reason', zh: '原因' },
    { en: 'error', zh: '错误' },
    { en: 'since', zh: '起' },
    { en: 'state', zh: '状态' },
  ];
  const rows = found.map(({ service, id, eventType, reason, errorClass, deadAt, state }) => [
    service,
    id,
    shortType(eventType),
    reason,
    short(errorClass),
    minute(deadAt),
    state,
  ]);
  return table(columns, rows);
}

export function detailLines(dead: Of<z.output<typeof deadDetailSchema>>): string[] {
  const { service, id, eventType, topic, partition, offset, key, reason, errorClass, attempts, deadAt, state } = dead;
  return [
    `${service} ${id}  ${state}${dead.closedBy ? ` by ${dead.closedBy}: ${dead.closingReason ?? ''}` : ''}`,
    `  event 事件    ${eventType}`,
    `  place 位置    ${topic}/${partition}@${offset}, key 键 ${key ?? ''}`,
    `  why 原因      ${reason} ${errorClass}, ${attempts} tries 次, ${minute(deadAt)}`,
    '  headers 消息头',
    ...Object.entries(dead.headers).map(([name, value]) => `    ${name}: ${value}`),
    '  data 数据 (*** is sensitive 敏感)',
    ...JSON.stringify(dead.data, null, 2)
      .split('\n')
      .map((line) => `    ${line}`),
    ...(state === 'DEAD'
      ? [
          `  mend the cause, then: npm run yigongti -- events replay ${id} / 排除原因后重放`,
          `  or give it up: npm run yigongti -- events discard ${id} --reason "..." / 或丢弃`,
        ]
      : []),
  ];
}
