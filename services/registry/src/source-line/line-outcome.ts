import type { LineOutcome } from '@yigongti/database';
import type { Refusal, Uuid } from '@yigongti/kernel';

export function changed(status: 'created' | 'updated', id: Uuid): LineOutcome {
  return { status, id };
}

export function unchanged(id: Uuid): LineOutcome {
  return { status: 'unchanged', id };
}

export function failed(...refusals: readonly Refusal[]): LineOutcome {
  return { status: 'refused', refusals };
}
