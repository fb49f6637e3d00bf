import type { InstitutionKind, Role } from '@yigongti/kernel';
import type { InstitutionLine } from '@yigongti/tool-counties';
import { scopeOf, type LocalClient } from '../issuer/local-client.ts';

type ClientWithoutSecret = Omit<LocalClient, 'clientSecret'>;

const roleOfKind: Record<InstitutionKind, Role> = {
  HEALTH_BUREAU: 'HEALTH_BUREAU',
  INSURANCE_BUREAU: 'INSURANCE_BUREAU',
  CONSORTIUM: 'COUNTY_HOSPITAL',
  HOSPITAL: 'COUNTY_HOSPITAL',
  TCM_HOSPITAL: 'COUNTY_HOSPITAL',
  MCH_HOSPITAL: 'COUNTY_HOSPITAL',
  CDC: 'COUNTY_HOSPITAL',
  TOWNSHIP_HEALTH_CENTRE: 'TOWNSHIP_CENTRE',
  COMMUNITY_HEALTH_CENTRE: 'TOWNSHIP_CENTRE',
  VILLAGE_CLINIC: 'VILLAGE_CLINIC',
};

/** Offices of the county that are no institution's system, by client id; they sit at the health or the insurance bureau. */
const offices: readonly { clientId: string; role: Role; at: InstitutionKind }[] = [
  { clientId: 'bureau', role: 'HEALTH_BUREAU', at: 'HEALTH_BUREAU' },
  { clientId: 'insurance', role: 'INSURANCE_BUREAU', at: 'INSURANCE_BUREAU' },
  { clientId: 'registrar', role: 'REGISTRAR', at: 'HEALTH_BUREAU' },
  { clientId: 'operator', role: 'OPERATOR', at: 'HEALTH_BUREAU' },
  { clientId: 'analyst', role: 'ANALYST', at: 'HEALTH_BUREAU' },
];

/** The roles that a client of an institution of this kind may have: its system's own first, then those of the offices that sit there. */
export function rolesAt(kind: InstitutionKind): Role[] {
  return [...new Set([roleOfKind[kind], ...offices.filter(({ at }) => at === kind).map(({ role }) => role)])];
}

/** The county's clients: one for the system of each institution, named by its code, and one for each office. */
export function localClients(institutions: readonly Pick<InstitutionLine, 'institutionCode' | 'kind'>[]): ClientWithoutSecret[] {
  const systems = institutions.map(({ institutionCode, kind }) => client(institutionCode, institutionCode, roleOfKind[kind]));
  const staffed = offices.map(({ clientId, role, at }) => {
    const seat = institutions.find(({ kind }) => kind === at);
    if (!seat) throw new Error(`the county has no institution of kind ${at}: the client "${clientId}" has no place`);
    return client(clientId, seat.institutionCode, role);
  });
  return [...systems, ...staffed];
}

function client(clientId: string, org: string, role: Role): ClientWithoutSecret {
  return { clientId, org, role, scope: scopeOf(role) };
}
