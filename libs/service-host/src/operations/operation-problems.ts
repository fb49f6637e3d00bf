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
} as const;
