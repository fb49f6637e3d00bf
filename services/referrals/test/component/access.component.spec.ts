import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleCodes, type Role } from '@yigongti/kernel';
import { access } from '../../src/access.ts';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { form, HospitalSystems, root } from '../fixtures/hospital-systems.ts';

const lines: string[] = [];
let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start({ onLog: (line) => lines.push(line) });
});
afterAll(() => systems.service.close());

const unknownId = '01890000-0000-7000-8000-000000000001';

describe('every route for every role', () => {
  const pairs = access.flatMap((row) => roleCodes.map((role) => [row.route, role, row] as const));

  it.each(pairs)('%s as %s', async (route, role, row) => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    const url = path.replaceAll(/:\w+/g, unknownId);
    const send = async (scopes: string[]) => {
      const client = await systems.service.as(role as Role, 'B1', { scopes });
      return (method === 'GET' ? await client.get(url) : await client.post(url, {})).status;
    };
    const allowed = row.roles.includes(role as Role);
    const status = await send([row.scope]);
    // Allowed callers get past the guard: to the shape of an empty body, to nothing found, or to an empty list.
    expect(allowed ? [200, 400, 404].includes(status) : status === 403).toBe(true);
    expect(await send(['referrals:other'])).toBe(403);
  });

  it('stands in the table, and every row of the table has its route', () => {
    const common = /^(HEAD|OPTIONS) |\/v1\/(commands|events)\/|\/(docs|openapi\.json|livez|readyz|metrics)/;
    const own = systems.service.built.routes.filter((route) => !common.test(route));
    expect([...new Set(own)].sort()).toEqual(access.map(({ route }) => route).sort());
  });

  it('asks for a token first', async () => {
    expect((await systems.service.anyone().get(root)).status).toBe(401);
  });
});

describe('a person’s record', () => {
  it('leaves a row for every read and change, with who and what', async () => {
    const residentId = await systems.resident();
    const pending = await systems.pending(residentId);
    await systems.hospital.get(`${root}/${pending.referralId}`);
    await systems.hospital.get(`${root}?residentId=${residentId}`);
    const rows = await systems.service.query<{ action: string; institution_code: string; role: string }>(
      'select action, institution_code, role from audit where resident_id = $1 order by position',
      [residentId],
    );
    expect(rows.map(({ action, institution_code: code }) => `${action} ${code}`)).toEqual([
      'create T1',
      'submit T1',
      'read H1',
      'list H1',
    ]);
  });

  it('leaves a row for each step of its course', async () => {
    const residentId = await systems.resident();
    const { down } = await systems.waitingForDown(residentId);
    await systems.must(systems.step(systems.village, down, 'reject', { reasonCode: 'OTHER' }));
    const rows = await systems.service.query<{ action: string }>(
      'select action from audit where resident_id = $1 order by position',
      [residentId],
    );
    const steps = ['create', 'submit', 'accept', 'confirm-arrival', 'send-outcome', 'open-down', 'read', 'submit', 'reject'];
    expect(rows.map(({ action }) => action)).toEqual(steps);
  });

  it('does not show in the log or in any event what was written on the form in words', async () => {
    const secret = '张三家住东村';
    const residentId = await systems.resident();
    const draft = await systems.draft(systems.township, residentId, {
      summary: secret,
      reasonText: secret,
      rehabGuidance: secret,
    });
    const pending = await systems.must(systems.step(systems.township, draft, 'submit'));
    const rejecting = { reasonCode: 'OTHER', comment: secret };
    await systems.must(systems.step(systems.hospital, pending, 'reject', rejecting));
    await systems.step(systems.hospital, pending, 'accept', { start: secret, end: secret });
    await systems.told(draft.referralId);
    const records = systems.service.broker.records('referrals.referral.v1').map(({ value, headers }) => [value, headers]);
    expect(records.length).toBeGreaterThan(3);
    expect(JSON.stringify(records)).not.toContain(secret);
    expect(lines.some((line) => line.includes('RejectReferral') || line.includes('ReceptionController'))).toBe(true);
    expect(lines.join('\n')).not.toContain(secret);
  });
});

it('the answer of a command carries the version as its ETag', async () => {
  const answer = await systems.township.post<ReferralView>(root, { ...form, residentId: await systems.resident() });
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `${root}/${answer.body.referralId}` });
});
