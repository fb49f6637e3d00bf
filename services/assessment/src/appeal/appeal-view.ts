import type { Caller } from '@yigongti/kernel';
import type { Appeal } from './domain/appeal.ts';

/** An appeal as clients see it; plain JSON. */
export interface AppealView extends Appeal {
  readonly allowedActions: readonly string[];
}

export function appealView(appeal: Appeal, caller: Caller): AppealView {
  if (appeal.state !== 'SUBMITTED') return { ...appeal, allowedActions: [] };
  if (caller.role === 'HEALTH_BUREAU') return { ...appeal, allowedActions: ['uphold', 'dismiss'] };
  return { ...appeal, allowedActions: caller.institutionCode === appeal.institutionCode ? ['withdraw'] : [] };
}
