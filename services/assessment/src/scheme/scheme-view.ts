import type { Scheme } from './domain/scheme.ts';

/** A version of a scheme as clients see it; plain JSON. `version` is the record's, which never changes. */
export interface SchemeView extends Scheme {
  readonly allowedActions: readonly string[];
}

export function schemeView(scheme: Scheme): SchemeView {
  return { ...scheme, allowedActions: ['publish-result'] };
}
