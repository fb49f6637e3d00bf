import type { RefusalDefinition } from '@yigongti/kernel';

/** Refusals of the routes that every service has. */
export const operationRefusals = {
  commandUnknown: {
    code: 'command.unknown',
    kind: 'not-found',
    titleZh: '没有此幂等键的记录',
    titleEn: 'Nothing is stored under this key for this client',
  },
} as const satisfies Record<string, RefusalDefinition>;
