import { refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { benefitRules } from './benefit/benefit-rules.ts';
import { fundRules } from './fund/fund-rules.ts';
import type { CaseGroup } from './points/case-group.ts';
import { pointRules } from './points/point-rules.ts';
import type { ReadGroups } from './points/read-groups.ts';
import { policyRefusals } from './policy-refusals.ts';
import type { PolicyTerms } from './policy-terms.ts';

/** A published version of a policy package. It never changes: a correction is the next version. */
export interface Policy {
  readonly policyId: Uuid;
  /** Version of the package under its code, from 1. */
  readonly policyVersion: number;
  readonly terms: PolicyTerms;
  /** SHA-256 of the terms in canonical JSON. */
  readonly digest: string;
  readonly publishedOn: BusinessDate;
  /** Version of the aggregate: 1 for ever. */
  readonly version: number;
}

export interface Publication {
  readonly policyId: Uuid;
  readonly terms: PolicyTerms;
  readonly digest: string;
  readonly publishedOn: BusinessDate;
  /** The catalogue that the terms name. */
  readonly catalogue: ReadGroups;
  /** The newest version under the same code; null for the first. */
  readonly predecessor: Policy | null;
  /** Another policy of the same insurance whose period touches this one's. */
  readonly rival: { readonly policyCode: string } | null;
}

/**
 * Publishes a policy package: sums, tables, reserves and limits are checked, and all faults come back at once.
 * @throws Refused with all reasons
 */
export function publishPolicy(publication: Publication): Policy {
  const { policyId, terms, digest, publishedOn, catalogue, predecessor } = publication;
  throwIfRefused([...conflicts(publication), ...faultsOf(terms, catalogue.groups), ...catalogue.faults]);
  return { policyId, policyVersion: (predecessor?.policyVersion ?? 0) + 1, terms, digest, publishedOn, version: 1 };
}

/** What is wrong with a package in itself. */
export function faultsOf(terms: PolicyTerms, groups: readonly CaseGroup[]): Refusal[] {
  return [
    ...holdsWithinItsYear(terms),
    ...fundRules.flatMap((rule) => rule(terms.fund)),
    ...benefitRules.flatMap((rule) => rule(terms.benefit)),
    ...pointRules.flatMap((rule) => rule(terms.points, groups)),
  ];
}

function conflicts({ digest, predecessor, rival }: Publication): Refusal[] {
  if (predecessor?.digest === digest) {
    return [refuse(policyRefusals.alreadyPublished, { parameters: { policyId: predecessor.policyId } })];
  }
  return rival
    ? [refuse(policyRefusals.otherPolicyInForce, { pointer: '/policyCode', parameters: { policyCode: rival.policyCode } })]
    : [];
}

function holdsWithinItsYear({ year, effectiveFrom, effectiveTo }: PolicyTerms): Refusal[] {
  const within = effectiveFrom >= `${year}-01-01` && effectiveTo <= `${year}-12-31` && effectiveFrom <= effectiveTo;
  return within ? [] : [refuse(policyRefusals.periodOutsideYear, { pointer: '/effectiveFrom', parameters: { year } })];
}

/** How explanations name a policy. */
export function basisOf({ terms, policyVersion }: Policy): string {
  return `policy ${terms.policyCode}@${policyVersion}`;
}
