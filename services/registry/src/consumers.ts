import type { Subscription } from '@yigongti/messaging';

/** The registry is where facts about places, people and visits begin: it reacts to nobody. */
export const consumers: readonly Subscription[] = [];
