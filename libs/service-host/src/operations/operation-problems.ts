import type { RefusalDefinition } from '@yigongti/kernel';

const define = (code: string, kind: RefusalDefinition['kind'], titleZh: string, titleEn: string): RefusalDefinition => ({
  code,
  kind,
  titleZh,
  titleEn,
});

/** Refusals of the routes that every service has. */
export const operationRefusals = {
  commandUnknown: define(
    'command.unknown',
    'not-found',
    '没有此幂等键的记录',
    'Nothing is stored under this key for this client',
  ),
  deadUnknown: define('events.dead-unknown', 'not-found', '没有此死信记录', 'There is no such dead record'),
  deadClosed: define(
    'events.dead-closed',
    'conflict',
    '该死信记录已处理',
    'The dead record has been replayed or discarded already',
  ),
} as const;
