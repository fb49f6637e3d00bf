import { compareKeys, decimal, throwIfRefused } from '@yigongti/kernel';
import type { SchemeHead, SchemeItem, SchemeProposal } from './scheme-proposal.ts';
import { schemeRules } from './scheme-rules.ts';

/** What counts, and how much (考核方案). Each version is a scheme of its own and never changes. */
export interface Scheme extends SchemeHead {
  /** By indicator code. */
  readonly items: readonly SchemeItem[];
  readonly version: number;
}

/** Publishes a version of a scheme. @throws Refused with all reasons */
export function publishScheme(proposal: SchemeProposal): Scheme {
  throwIfRefused(schemeRules.flatMap((rule) => rule(proposal)));
  const { directions, items, ...head } = proposal;
  const exact = items.map((item) => ({
    ...item,
    weight: decimal(item.weight).toFixed(),
    target: decimal(item.target).toFixed(),
  }));
  return { ...head, items: exact.sort((a, b) => compareKeys(a.indicatorCode, b.indicatorCode)), version: 1 };
}
