import type { ValueSet } from '../value-set.ts';

/** How an indicator's value becomes points of its weight. */
export const scoring = {
  LINEAR_UP: { zh: '正向线性', en: 'weight times value over target, at most the weight' },
  LINEAR_DOWN: { zh: '逆向线性', en: 'weight times target over value, at most the weight' },
} as const satisfies ValueSet;
