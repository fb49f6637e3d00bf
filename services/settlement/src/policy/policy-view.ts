import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Policy } from './domain/policy.ts';
import { toPackage, type PolicyPackage } from './policy-package.ts';

/** A policy as clients see it; plain JSON. */
export interface PolicyView extends PolicyPackage {
  readonly policyId: Uuid;
  readonly policyVersion: number;
  readonly digest: string;
  readonly publishedOn: BusinessDate;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export function policyView({ terms, ...policy }: Policy): PolicyView {
  const { policyId, policyVersion, digest, publishedOn, version } = policy;
  return { policyId, policyVersion, ...toPackage(terms), digest, publishedOn, version, allowedActions: ['open-pool'] };
}
