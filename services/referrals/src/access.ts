import type { Role } from '@yigongti/kernel';
import type { AccessRow, AccessTable } from '@yigongti/service-host';

const clinics: readonly Role[] = ['VILLAGE_CLINIC', 'TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL'];
/** The county's office reviews what leaves a consortium, as the parent of its hospitals. */
const reviewers: readonly Role[] = ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL', 'HEALTH_BUREAU'];
const readers: readonly Role[] = [...clinics, 'HEALTH_BUREAU', 'ANALYST'];

const write = (route: string, roles: readonly Role[] = clinics): AccessRow => ({ route, scope: 'referrals:write', roles });
const read = (route: string): AccessRow => ({ route, scope: 'referrals:read', roles: readers });
const referral = '/referrals/v1/referrals/:referralId';

/** Who may call which route; a route without a row is denied. Which side of a referral may take a step is the state machine's business. */
export const access: AccessTable = [
  write('POST /referrals/v1/referrals'),
  read('GET /referrals/v1/referrals'),
  read(`GET ${referral}`),
  write(`POST ${referral}/submit`),
  write(`POST ${referral}/approve`, reviewers),
  write(`POST ${referral}/reject`, [...clinics, 'HEALTH_BUREAU']),
  write(`POST ${referral}/accept`),
  write(`POST ${referral}/counter-offer`),
  write(`POST ${referral}/agree`),
  write(`POST ${referral}/refuse-offer`),
  write(`POST ${referral}/withdraw`),
  write(`POST ${referral}/cancel`),
  write(`POST ${referral}/mark-no-show`),
  write(`POST ${referral}/upload-records`),
  write(`POST ${referral}/confirm-arrival`),
  write(`POST ${referral}/open-encounter`),
  write(`POST ${referral}/send-outcome`),
  write(`POST ${referral}/open-down`, ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL']),
  write(`POST ${referral}/no-down-needed`),
  write('POST /referrals/v1/capacities', ['TOWNSHIP_CENTRE', 'COUNTY_HOSPITAL']),
  read('GET /referrals/v1/capacities'),
  read('GET /referrals/v1/capacities/:capacityId'),
  read('GET /referrals/v1/worklists/:institutionCode'),
  write('POST /referrals/v1/walk-ins'),
  read('GET /referrals/v1/walk-ins/:walkInId'),
  write('POST /referrals/v1/walk-ins/:walkInId/end'),
  { route: 'POST /referrals/v1/sweeps/expire-referrals', scope: 'referrals:admin', roles: ['OPERATOR'] },
  { route: 'POST /referrals/v1/sweeps/mark-no-shows', scope: 'referrals:admin', roles: ['OPERATOR'] },
];
