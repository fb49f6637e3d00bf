import type { Policy } from '../domain/policy.ts';
import { toPackage, toTerms } from '../policy-package.ts';
import type { PolicyRow } from './policy.row.ts';

export function toRow({ terms, ...policy }: Policy): PolicyRow {
  const { policyCode, insuranceType, year, effectiveFrom, effectiveTo } = terms;
  return { ...policy, policyCode, insuranceType, year, effectiveFrom, effectiveTo, package: toPackage(terms) };
}

export function toPolicy(row: PolicyRow): Policy {
  const { policyId, policyVersion, digest, publishedOn, version } = row;
  return { policyId, policyVersion, digest, publishedOn, version, terms: toTerms(row.package) };
}
