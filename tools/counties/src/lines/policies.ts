import { startOfDay, type Instant } from '@yigongti/kernel';
import { sourcesOn, valuesOn } from '../profile/dated-value.ts';
import type { County } from '../county.ts';
import type { PolicyBlock, SchemeBlock } from '../profile/sections.ts';

/** A policy package as settlement publishes it: what holds on its first day, and the source of each figure by JSON Pointer. */
export interface PolicyPackage extends Readonly<PolicyBlock['identity']> {
  readonly occurredAt: Instant;
  readonly fund: Readonly<PolicyBlock['fund']>;
  readonly benefit: Readonly<PolicyBlock['benefit']>;
  readonly points: Readonly<PolicyBlock['points']>;
  readonly sources: Readonly<Record<string, string>>;
}

interface RawPolicy {
  readonly identity: PolicyBlock['identity'];
  readonly [block: string]: unknown;
}

/** The county's policy packages, each opened as of the day it takes effect. */
export function policyPackages(county: County): PolicyPackage[] {
  const policies = county.profile.sections.settlement.policies as readonly RawPolicy[];
  return policies.map(({ identity, ...blocks }) => {
    const values = valuesOn(blocks, identity.effectiveFrom) as Pick<PolicyPackage, 'fund' | 'benefit' | 'points'>;
    return {
      ...identity,
      occurredAt: startOfDay(identity.effectiveFrom),
      ...values,
      sources: sourcesOn(blocks, identity.effectiveFrom),
    };
  });
}

/** An assessment scheme: indicators with weights that sum to 100. */
export interface SchemeLine extends Readonly<SchemeBlock['identity']> {
  readonly occurredAt: Instant;
  readonly items: readonly {
    readonly indicatorCode: string;
    readonly weight: string;
    readonly scoring: 'LINEAR_UP' | 'LINEAR_DOWN';
    readonly target: string;
  }[];
}

export function schemeLines(county: County): SchemeLine[] {
  return county.assessment.schemes.map(({ identity, items }) => ({
    ...identity,
    occurredAt: startOfDay(identity.validFrom),
    items: items.map(({ identity: { indicatorCode, scoring }, weight, target }) => ({ indicatorCode, weight, scoring, target })),
  }));
}
