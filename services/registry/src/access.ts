import type { Role } from '@yigongti/kernel';
import type { AccessTable } from '@yigongti/service-host';

const care: readonly Role[] = ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'];
const everyone: readonly Role[] = [...care, 'HEALTH_BUREAU', 'INSURANCE_BUREAU', 'REGISTRAR', 'OPERATOR', 'ANALYST'];
const read = 'registry:read';
const write = 'registry:write';

/** Who may call which route; a route without a row is denied. */
export const access: AccessTable = [
  { route: 'POST /registry/v1/institutions/import', scope: write, roles: ['REGISTRAR'] },
  { route: 'GET /registry/v1/institutions', scope: read, roles: everyone },
  { route: 'GET /registry/v1/institutions/:institutionCode', scope: read, roles: everyone },
  { route: 'POST /registry/v1/practitioners/import', scope: write, roles: ['REGISTRAR', 'COUNTY_HOSPITAL', 'TOWNSHIP_CENTRE'] },
  { route: 'GET /registry/v1/practitioners', scope: read, roles: everyone },
  { route: 'GET /registry/v1/practitioners/:practitionerCode', scope: read, roles: everyone },
  { route: 'POST /registry/v1/catalogues/import', scope: write, roles: ['REGISTRAR'] },
  { route: 'GET /registry/v1/catalogues/:catalogueCode', scope: read, roles: everyone },
  { route: 'POST /registry/v1/residents/import', scope: write, roles: ['REGISTRAR', 'TOWNSHIP_CENTRE', 'VILLAGE_CLINIC'] },
  { route: 'POST /registry/v1/residents/lookup', scope: read, roles: [...care, 'REGISTRAR'] },
  { route: 'GET /registry/v1/residents/:residentId', scope: read, roles: [...care, 'HEALTH_BUREAU', 'REGISTRAR'] },
  { route: 'POST /registry/v1/encounters/import', scope: write, roles: [...care, 'INSURANCE_BUREAU'] },
  { route: 'GET /registry/v1/encounters', scope: read, roles: [...care, 'HEALTH_BUREAU', 'INSURANCE_BUREAU'] },
];
