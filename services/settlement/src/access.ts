import type { Role } from '@yigongti/kernel';
import type { AccessTable } from '@yigongti/service-host';

const institutions: readonly Role[] = ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'];
const offices: readonly Role[] = ['HEALTH_BUREAU', 'INSURANCE_BUREAU'];
const readers: readonly Role[] = [...institutions, ...offices, 'ANALYST'];

/** Who may call which route; a route without a row is denied. The insurance bureau decides on money, institutions see their own. */
export const access: AccessTable = [
  { route: 'POST /settlement/v1/policies', scope: 'settlement:write', roles: ['INSURANCE_BUREAU'] },
  { route: 'GET /settlement/v1/policies', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/policies/:policyId', scope: 'settlement:read', roles: readers },
  { route: 'POST /settlement/v1/pools', scope: 'settlement:write', roles: ['INSURANCE_BUREAU'] },
  { route: 'GET /settlement/v1/pools', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/pools/:poolId', scope: 'settlement:read', roles: readers },
  { route: 'POST /settlement/v1/claims/import', scope: 'settlement:write', roles: institutions },
  { route: 'GET /settlement/v1/claims', scope: 'settlement:read', roles: [...institutions, ...offices] },
  { route: 'GET /settlement/v1/claims/:claimId', scope: 'settlement:read', roles: [...institutions, ...offices] },
  {
    route: 'POST /settlement/v1/claims/:claimId/reverse',
    scope: 'settlement:write',
    roles: [...institutions, 'INSURANCE_BUREAU'],
  },
  { route: 'POST /settlement/v1/runs/month-clearing', scope: 'settlement:write', roles: ['INSURANCE_BUREAU'] },
  { route: 'GET /settlement/v1/runs', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/runs/:runId', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/runs/:runId/statements', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/runs/:runId/statements/:institutionCode', scope: 'settlement:read', roles: readers },
  {
    route: 'GET /settlement/v1/runs/:runId/statements/:institutionCode/bookings',
    scope: 'settlement:read',
    roles: [...institutions, ...offices],
  },
  { route: 'POST /settlement/v1/year-clearings', scope: 'settlement:write', roles: ['INSURANCE_BUREAU'] },
  { route: 'GET /settlement/v1/year-clearings', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/year-clearings/:yearClearingId', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/year-clearings/:yearClearingId/statements', scope: 'settlement:read', roles: readers },
  {
    route: 'GET /settlement/v1/year-clearings/:yearClearingId/statements/:institutionCode',
    scope: 'settlement:read',
    roles: readers,
  },
  { route: 'GET /settlement/v1/statements', scope: 'settlement:read', roles: readers },
  { route: 'GET /settlement/v1/statements.csv', scope: 'settlement:read', roles: readers },
];
