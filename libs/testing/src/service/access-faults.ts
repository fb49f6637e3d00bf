import { roleCodes } from '@yigongti/kernel';
import { accessByRoute, type AccessRow } from '@yigongti/service-host';
import type { TestService } from './start-test-service.ts';

const anyId = '019f0000-0000-7000-8000-00000000ffff';

/**
 * Asks every route of a service in every role, without a token and without the scope, and compares with its access table: who is granted
 * the route passes the door (whatever is said behind it), nobody else does. Gives each disagreement in words; none is what a spec expects.
 */
export async function accessFaults(service: TestService): Promise<string[]> {
  const { name, access } = service.definition;
  const rows = accessByRoute(name, access);
  const { routes } = service.built;
  const faults = [
    ...routes.filter((route) => !rows.has(route)).map((route) => `${route} has no row`),
    ...[...rows.keys()].filter((route) => !routes.includes(route)).map((route) => `${route} has a row but no route`),
  ];
  for (const row of rows.values()) if ('roles' in row) faults.push(...(await faultsOfRow(service, row)));
  return faults;
}

async function faultsOfRow(service: TestService, { route, scope, roles }: AccessRow): Promise<string[]> {
  const faults = [];
  const anonymous = await statusOf(service, route, null);
  if (anonymous !== 401) faults.push(`${route} without a token: ${anonymous}`);
  const others = ['read', 'write', 'admin'].map((word) => `${service.definition.name}:${word}`).filter((word) => word !== scope);
  for (const role of roleCodes) {
    const granted = roles.includes(role);
    const withAll = await statusOf(service, route, await service.issuer.token(role, 'T1'));
    if (granted === [401, 403].includes(withAll)) faults.push(`${route} as ${role}: ${withAll}`);
    const token = await service.issuer.token(role, 'T1', { scopes: others });
    const withoutScope = await statusOf(service, route, token);
    if (withoutScope !== 403) faults.push(`${route} as ${role} without ${scope}: ${withoutScope}`);
  }
  return faults;
}

async function statusOf(service: TestService, route: string, token: string | null): Promise<number> {
  const [method, pattern] = route.split(' ') as ['GET' | 'POST', string];
  const { status } = await service.anyone(token).send(method, pattern.replace(/:[^/]+/g, anyId));
  return status;
}
