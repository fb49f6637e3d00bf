import { EntitySchema } from 'typeorm';
import type { PolicyPackage } from '../policy-package.ts';

export interface PolicyRow {
  policyId: string;
  policyCode: string;
  policyVersion: number;
  insuranceType: string;
  year: number;
  effectiveFrom: string;
  effectiveTo: string;
  /** The whole package; the columns before it are for finding. */
  package: PolicyPackage;
  digest: string;
  publishedOn: string;
  version: number;
}

export const policyRow = new EntitySchema<PolicyRow>({
  name: 'policy',
  columns: {
    policyId: { name: 'policy_id', type: 'uuid', primary: true },
    policyCode: { name: 'policy_code', type: 'text' },
    policyVersion: { name: 'policy_version', type: 'int' },
    insuranceType: { name: 'insurance_type', type: 'text' },
    year: { type: 'int' },
    effectiveFrom: { name: 'effective_from', type: 'date' },
    effectiveTo: { name: 'effective_to', type: 'date' },
    package: { type: 'jsonb' },
    digest: { type: 'text' },
    publishedOn: { name: 'published_on', type: 'date' },
    version: { type: 'int' },
  },
});
