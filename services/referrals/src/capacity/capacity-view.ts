import type { Capacity } from './domain/capacity.ts';

/** Beds or slots as clients see them; plain JSON. */
export interface CapacityView extends Capacity {
  /** Neither held nor used. */
  readonly free: number;
  readonly allowedActions: readonly string[];
}

export function capacityView(capacity: Capacity): CapacityView {
  const { total, held, consumed } = capacity;
  return { ...capacity, free: total - held - consumed, allowedActions: [] };
}
