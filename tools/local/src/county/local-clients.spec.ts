import { describe, expect, it } from '@jest/globals';
import { localClients } from './local-clients.ts';

const bureau = { institutionCode: 'H1', kind: 'HEALTH_BUREAU' } as const;
const insurer = { institutionCode: 'H2', kind: 'INSURANCE_BUREAU' } as const;

describe('the local clients of a county', () => {
  it('speak each for their institution, in the role of its kind', () => {
    const clients = localClients([bureau, insurer, { institutionCode: 'H3', kind: 'VILLAGE_CLINIC' }]);
    expect(clients).toContainEqual(expect.objectContaining({ clientId: 'H3', org: 'H3', role: 'VILLAGE_CLINIC' }));
    expect(clients).toContainEqual(expect.objectContaining({ clientId: 'operator', org: 'H1', role: 'OPERATOR' }));
    expect(clients).toContainEqual(expect.objectContaining({ clientId: 'insurance', org: 'H2', role: 'INSURANCE_BUREAU' }));
    expect(clients).toHaveLength(3 + 5);
  });

  it('may administer only where the role does, and an analyst may only read', () => {
    const scopes = new Map(localClients([bureau, insurer]).map(({ clientId, scope }) => [clientId, scope]));
    expect(scopes.get('operator')).toContain('referrals:admin');
    expect(scopes.get('analyst')).not.toMatch(/:(write|admin)/);
    expect(localClients([bureau, insurer, { institutionCode: 'H3', kind: 'HOSPITAL' }])[2]!.scope).not.toContain(':admin');
  });

  it('need the bureaus that the offices sit at', () => {
    expect(() => localClients([bureau])).toThrow('INSURANCE_BUREAU');
  });
});
