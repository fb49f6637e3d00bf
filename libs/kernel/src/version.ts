import type { CommandContext } from './command-context.ts';
import { refuse, Refused, type RefusalDefinition } from './refusal.ts';

export const staleVersion: RefusalDefinition = {
  code: 'request.stale-version',
  kind: 'stale',
  titleZh: '记录已被他人更新，请重新读取',
  titleEn: 'The record has changed since you read it',
};

/**
 * Refuses a command whose caller decided on an older version (`If-Match`).
 * @throws Refused `request.stale-version`, with the current version
 */
export function assertVersion(aggregate: { readonly version: number }, context: CommandContext): void {
  if (context.expectedVersion !== null && context.expectedVersion !== aggregate.version) {
    throw new Refused([refuse(staleVersion, { parameters: { currentVersion: aggregate.version } })]);
  }
}
