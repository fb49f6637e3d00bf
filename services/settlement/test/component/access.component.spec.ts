import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleCodes, type Role } from '@yigongti/kernel';
import { access } from '../../src/access.ts';
import { CountyService, v1 } from '../fixtures/county-service.ts';

let county: CountyService;
beforeAll(async () => {
  county = await CountyService.start();
});
afterAll(() => county.service.close());

const unknownId = '01890000-0000-7000-8000-000000000001';

describe('every route for every role', () => {
  const pairs = access.flatMap((row) => roleCodes.map((role) => [row.route, role, row] as const));

  it.each(pairs)('%s as %s', async (route, role, row) => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    const url = path.replaceAll(/:\w+/g, unknownId);
    const send = async (scopes: string[]) => {
      const client = await county.service.as(role as Role, 'I1', { scopes });
      if (path.endsWith('/import')) return (await client.upload(url, [])).status;
      return (method === 'GET' ? await client.get(url) : await client.post(url, {})).status;
    };
    const allowed = row.roles.includes(role as Role);
    const status = await send([row.scope]);
    // Allowed callers get past the guard: to the shape of an empty body, to nothing found, or to an empty list.
    expect(allowed ? [200, 400, 404].includes(status) : status === 403).toBe(true);
    expect(await send(['settlement:other'])).toBe(403);
  });

  it('stands in the table, and every row of the table has its route', () => {
    const common = /^(HEAD|OPTIONS) |\/v1\/(commands|events)\/|\/v1\/sweeps\/|\/(docs|openapi\.json|livez|readyz|metrics)/;
    const own = county.service.built.routes.filter((route) => !common.test(route));
    expect([...new Set(own)].sort()).toEqual(access.map(({ route }) => route).sort());
  });

  it('asks for a token first', async () => {
    expect((await county.service.anyone().get(`${v1}/claims`)).status).toBe(401);
  });
});
