import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Dated, loadProfile } from '@yigongti/service-host';
import { faultsOf } from './policy/domain/policy.ts';
import { toTerms, type PolicyPackage } from './policy/policy-package.ts';
import { settlementProfile, type SettlementProfile } from './profile.ts';

const sectionOf = (county: string) => {
  const path = join(import.meta.dirname, `../../../deploy/counties/${county}.yaml`);
  return loadProfile(path, 'settlement', settlementProfile).section as SettlementProfile;
};

/** Every dated value as of the day. */
function opened(node: unknown, day: string): unknown {
  if (node instanceof Dated) return node.valueAt(day);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, opened(child, day)]));
}

describe.each(['changle', 'deqing', 'shijiazhuang', 'zhanggong', 'zhejiang-pilot'])('the settlement section of %s', (county) => {
  const { policies, assessmentEffect } = sectionOf(county);

  it('lets a month decide money, so that the demo closes its circle', () => {
    expect(assessmentEffect.valueAt('2026-06-30')).toBe('SAME_MONTH');
  });

  it.each(policies.map((policy) => [policy.identity.policyCode, policy] as const))(
    'has a package without faults: %s',
    (_, policy) => {
      const { identity, ...terms } = policy;
      const pack = { ...identity, ...(opened(terms, identity.effectiveFrom) as object), sources: {} } as PolicyPackage;
      expect(faultsOf(toTerms(pack), [])).toEqual([]);
    },
  );
});
