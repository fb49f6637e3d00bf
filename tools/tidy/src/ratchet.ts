/** Exceptions that are tolerated today, each with its size. */
export type Baseline = Readonly<Record<string, number>>;

/**
 * What differs from the tolerated exceptions. A new or a larger one is a fault, and so is one that has shrunk or gone without
 * being written down: otherwise the room it leaves would be used again.
 */
export function ratchetFaults(found: ReadonlyMap<string, number>, baseline: Baseline): string[] {
  const grown = [...found].filter(([key, size]) => size > (baseline[key] ?? 0));
  const shrunk = Object.entries(baseline).filter(([key, size]) => (found.get(key) ?? 0) < size);
  return [
    ...grown.map(([key, size]) => `${key}: ${size}, tolerated ${baseline[key] ?? 'not at all'}`),
    ...shrunk.map(([key, size]) => `${key}: ${found.get(key) ?? 'gone'}, lower its entry ${size} in the baseline`),
  ];
}

/** The baseline with every entry brought down to what is found today; entries that are gone leave it, and none is added. */
export function lowered(found: ReadonlyMap<string, number>, baseline: Baseline): Baseline {
  const entries = Object.entries(baseline).map(([key, size]) => [key, Math.min(size, found.get(key) ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, size]) => size > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
