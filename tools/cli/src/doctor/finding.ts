/** `wrong` needs somebody now, `watch` soon. */
export type Level = 'well' | 'watch' | 'wrong';

/** One thing that was looked at, and what to do about it. */
export interface Finding {
  /** Stable, for programs: `events.dead`. */
  readonly code: string;
  readonly level: Level;
  readonly en: string;
  readonly zh: string;
  /** What to do; absent where all is well. */
  readonly do?: { readonly en: string; readonly zh: string };
}

type Told = readonly [en: string, zh: string];

export function well(code: string, [en, zh]: Told): Finding {
  return { code, level: 'well', en, zh };
}

export function fault(level: 'watch' | 'wrong', code: string, told: { readonly found: Told; readonly todo: Told }): Finding {
  const [en, zh] = told.found;
  const [doEn, doZh] = told.todo;
  return { code, level, en, zh, do: { en: doEn, zh: doZh } };
}
