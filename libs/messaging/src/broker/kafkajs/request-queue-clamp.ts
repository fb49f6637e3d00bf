import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const clamped = Symbol.for('yigongti.kafkajs.clamped');

/**
 * kafkajs 2.2.4 schedules a check of its request queue also when nothing waits, with a negative delay: a process warning, and a
 * 1 ms timer for ever in each connection (tulios/kafkajs#1751; the fix, PR 1755, was never released). Here nothing is scheduled
 * unless a request waits.
 */
export function clampRequestQueue(): void {
  const queue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
    prototype: RequestQueue & { [clamped]?: true };
  };
  if (queue.prototype[clamped]) return;
  const schedule = queue.prototype.scheduleCheckPendingRequests;
  queue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  queue.prototype[clamped] = true;
}
