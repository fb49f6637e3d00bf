import type { AccessTable } from '@yigongti/service-host';

/** Who may call which route; a route without a row is denied. */
export const access: AccessTable = [
  { route: 'POST /public-health/v1/enrolments', scope: 'public-health:write', roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'] },
  {
    route: 'POST /public-health/v1/enrolments/import',
    scope: 'public-health:write',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE'],
  },
  {
    route: 'GET /public-health/v1/enrolments',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'GET /public-health/v1/enrolments/:enrolmentId',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'GET /public-health/v1/tasks',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'GET /public-health/v1/tasks/:taskId',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'GET /public-health/v1/tasks/:taskId/explanation',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'GET /public-health/v1/day-list',
    scope: 'public-health:read',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'],
  },
  {
    route: 'POST /public-health/v1/visits',
    scope: 'public-health:write',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'],
  },
  {
    route: 'POST /public-health/v1/tasks/:taskId/complete',
    scope: 'public-health:write',
    roles: ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'],
  },
  { route: 'POST /public-health/v1/sweeps/open-tasks', scope: 'public-health:admin', roles: ['OPERATOR'] },
];
