import { ApiClient } from '../target/api-client.ts';
import type { Target } from '../target/target.ts';
import { operationSchema } from './event-shapes.ts';
import { FindEvents } from './find-events.ts';

export type Decision = { readonly action: 'replay' } | { readonly action: 'discard'; readonly reason: string };

/** Replays or discards dead events one after the other, each in the service where it lies. @throws Failure at the first that is refused */
export async function decide(target: Target, ids: readonly string[], decision: Decision) {
  const find = new FindEvents(target);
  const api = new ApiClient(target);
  const decided = [];
  for (const id of ids) {
    const { service } = await find.one(id);
    const body = decision.action === 'discard' ? { reason: decision.reason } : {};
    const { state } = await api.command(`/${service}/v1/events/dead/${id}/${decision.action}`, body, operationSchema);
    decided.push({ service, id, state });
  }
  return decided;
}
