import type { AccessTable } from '@yigongti/service-host';

/** Who may call which route; a route without a row is denied. */
export const access: AccessTable = [
  { route: 'POST /contracts/v1/teams', scope: 'contracts:write', roles: ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'] },
  {
    route: 'GET /contracts/v1/teams',
    scope: 'contracts:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'ANALYST'],
  },
  {
    route: 'GET /contracts/v1/teams/:teamId',
    scope: 'contracts:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'ANALYST'],
  },
  { route: 'POST /contracts/v1/contracts', scope: 'contracts:write', roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'] },
  { route: 'POST /contracts/v1/contracts/import', scope: 'contracts:write', roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'] },
  {
    route: 'GET /contracts/v1/contracts',
    scope: 'contracts:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU'],
  },
  {
    route: 'GET /contracts/v1/contracts/:contractId',
    scope: 'contracts:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU'],
  },
  {
    route: 'POST /contracts/v1/contracts/:contractId/renew',
    scope: 'contracts:write',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'],
  },
  { route: 'POST /contracts/v1/household-agreements', scope: 'contracts:write', roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'] },
  {
    route: 'GET /contracts/v1/household-agreements/:householdAgreementId',
    scope: 'contracts:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU'],
  },
  {
    route: 'GET /contracts/v1/practitioners/:practitionerCode/roster',
    scope: 'contracts:read',
    roles: ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU'],
  },
  {
    route: 'GET /contracts/v1/practitioners/:practitionerCode/person-days',
    scope: 'contracts:read',
    roles: ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU'],
  },
  {
    route: 'POST /contracts/v1/contracts/:contractId/terminate',
    scope: 'contracts:write',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'],
  },
];
