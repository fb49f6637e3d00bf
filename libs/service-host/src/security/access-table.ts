import type { Role } from '@yigongti/kernel';

/** Who may call one route: the token must carry the scope **and** one of the roles. */
export interface AccessRow {
  /** Method and path pattern, `POST /contracts/v1/contracts/:contractId/terminate`. */
  readonly route: string;
  /** `<service>:read`, `<service>:write` or `<service>:admin` */
  readonly scope: string;
  readonly roles: readonly Role[];
}

/** Rows of a service. The rows of the routes that every service has are added by the host. */
export type AccessTable = readonly AccessRow[];

/** A route that needs no token; only the host declares such. */
export interface PublicRow {
  readonly route: string;
  readonly public: true;
}

export type AnyAccessRow = AccessRow | PublicRow;

const everyone: readonly Role[] = [
  'VILLAGE_CLINIC',
  'TOWNSHIP_CENTRE',
  'COUNTY_HOSPITAL',
  'HEALTH_BUREAU',
  'INSURANCE_BUREAU',
  'REGISTRAR',
  'OPERATOR',
  'ANALYST',
];

/** The routes that the host gives to every service. */
export function commonAccess(service: string): readonly AnyAccessRow[] {
  const v1 = `/${service}/v1`;
  const operator = (route: string, scope: string): AccessRow => ({ route, scope: `${service}:${scope}`, roles: ['OPERATOR'] });
  const open = (route: string): PublicRow => ({ route, public: true });
  return [
    open('GET /livez'),
    open('GET /readyz'),
    open('GET /metrics'),
    open(`GET /${service}/openapi.json`),
    open(`GET /${service}/docs`),
    open(`GET /${service}/docs/*`),
    open(`HEAD /${service}/docs/*`),
    { route: `GET ${v1}/commands/:key`, scope: `${service}:write`, roles: everyone },
    { route: `GET ${v1}/events/ledger`, scope: `${service}:read`, roles: everyone },
    operator(`GET ${v1}/events/dead`, 'admin'),
    operator(`GET ${v1}/events/dead/:id`, 'admin'),
    operator(`POST ${v1}/events/dead/:id/replay`, 'admin'),
    operator(`POST ${v1}/events/dead/:id/discard`, 'admin'),
    operator(`GET ${v1}/events/parked`, 'admin'),
  ];
}

/** The whole table of a service: its own rows and the common ones, by route. */
export function accessByRoute(service: string, own: AccessTable): ReadonlyMap<string, AnyAccessRow> {
  const rows = new Map<string, AnyAccessRow>();
  for (const row of [...commonAccess(service), ...own]) {
    if (rows.has(row.route)) throw new Error(`access table of ${service}: ${row.route} stands twice`);
    rows.set(row.route, row);
  }
  return rows;
}
