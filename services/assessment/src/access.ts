import type { Role } from '@yigongti/kernel';
import type { AccessTable } from '@yigongti/service-host';

const readers: readonly Role[] = ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU', 'INSURANCE_BUREAU', 'ANALYST'];
const bureau: readonly Role[] = ['HEALTH_BUREAU'];

/** Records are about persons: analysts count from the topics, the insurance bureau has its claims. */
const openers: readonly Role[] = ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'];

/** Appeals are against the own line. */
const appellants: readonly Role[] = ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'];

/** Who may call which route; a route without a row is denied. */
export const access: AccessTable = [
  { route: 'GET /assessment/v1/indicators', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/indicators/:code', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/indicators/:code/records', scope: 'assessment:read', roles: openers },
  { route: 'GET /assessment/v1/indicators/:code/values', scope: 'assessment:read', roles: readers },
  { route: 'POST /assessment/v1/schemes', scope: 'assessment:write', roles: bureau },
  { route: 'GET /assessment/v1/schemes', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/schemes/:schemeId', scope: 'assessment:read', roles: readers },
  { route: 'POST /assessment/v1/results', scope: 'assessment:write', roles: bureau },
  { route: 'POST /assessment/v1/results/:resultId/freeze', scope: 'assessment:write', roles: bureau },
  { route: 'GET /assessment/v1/results', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/results/:resultId', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/results/:resultId/ranking', scope: 'assessment:read', roles: readers },
  { route: 'POST /assessment/v1/results/:resultId/reopen', scope: 'assessment:write', roles: bureau },
  { route: 'POST /assessment/v1/appeals', scope: 'assessment:write', roles: appellants },
  { route: 'POST /assessment/v1/appeals/:appealId/withdraw', scope: 'assessment:write', roles: appellants },
  { route: 'POST /assessment/v1/appeals/:appealId/uphold', scope: 'assessment:write', roles: bureau },
  { route: 'POST /assessment/v1/appeals/:appealId/dismiss', scope: 'assessment:write', roles: bureau },
  { route: 'GET /assessment/v1/appeals', scope: 'assessment:read', roles: readers },
  { route: 'GET /assessment/v1/appeals/:appealId', scope: 'assessment:read', roles: readers },
];
