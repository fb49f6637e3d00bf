import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@yigongti/testing';
import { openApiOf } from '../../src/openapi/openapi-of.ts';
import { accessByRoute } from '../../src/security/access-table.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';

const notes = '/contracts/v1/notes';
let service: TestService;

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile });
});
afterAll(() => service.close());

describe('the door', () => {
  it.each([
    ['no token', {}, null, 401, 'access.token-missing', 'Bearer'],
    ['something that is no token', {}, 'abc', 401, 'access.token-invalid', 'Bearer error="invalid_token"'],
    ['an expired token', { livesSeconds: -1 }, undefined, 401, 'access.token-expired', 'Bearer error="invalid_token"'],
    [
      'a token of another issuer',
      { issuer: 'https://elsewhere.test' },
      undefined,
      401,
      'access.token-invalid',
      'Bearer error="invalid_token"',
    ],
    [
      'a token for another audience',
      { audience: 'other' },
      undefined,
      401,
      'access.token-invalid',
      'Bearer error="invalid_token"',
    ],
    [
      'a token without the scope',
      { scopes: ['contracts:write'] },
      undefined,
      403,
      'access.scope-missing',
      'Bearer error="insufficient_scope", scope="contracts:read"',
    ],
  ])('refuses %s', async (_, options, given, status, code, challenge) => {
    const token = given === undefined ? await service.issuer.token('TOWNSHIP_CENTRE', 'T01', options) : given;
    const answer = await service.anyone(token).get(notes);
    expect([answer.status, answer.body.code, answer.headers['www-authenticate']]).toEqual([status, code, challenge]);
  });

  it('refuses a token that somebody else signed', async () => {
    const [head, , signature] = (await service.issuer.token('TOWNSHIP_CENTRE', 'T01')).split('.');
    const claims = {
      iss: 'https://issuer.test',
      aud: 'yigongti',
      sub: 'x',
      org: 'T02',
      role: 'HEALTH_BUREAU',
      exp: 9_999_999_999,
    };
    const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    expect((await service.anyone(forged).get(notes)).body.code).toBe('access.token-invalid');
  });

  it('forgets a verified token when it expires', async () => {
    const client = await service.as('TOWNSHIP_CENTRE', 'T01', { livesSeconds: 60 });
    expect((await client.get(notes)).status).toBe(200);
    service.clock.advance({ seconds: 61 });
    expect((await client.get(notes)).body.code).toBe('access.token-expired');
  });

  it('refuses a role that the row does not name', async () => {
    const answer = await (await service.as('ANALYST', 'B01')).get(notes);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.role-denied']);
  });

  it('refuses a route without a row to everybody', async () => {
    const answer = await (await service.as('OPERATOR', 'B01')).get(`${notes}/forgotten/row`);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.denied']);
  });

  it('looks at the token before it reads the body', async () => {
    const answer = await service.anyone().send('POST', notes, { payload: '{', headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(401);
  });

  it('shows the same document as the one that is committed', async () => {
    expect((await service.anyone().get('/contracts/openapi.json')).body).toEqual(await openApiOf(noteService));
  });

  it('has a row for every route but the forgotten one, and no row without a route', () => {
    const rows = [...accessByRoute('contracts', noteService.access).keys()].sort();
    const routes = service.built.routes.filter((route) => !route.endsWith('/forgotten/row')).sort();
    expect(routes).toEqual(rows);
  });
});

describe('what a caller sees', () => {
  const residentId = '019f0000-0000-7007-8000-000000000001';
  const take = async (institutionCode: string) => {
    const client = await service.as('TOWNSHIP_CENTRE', institutionCode);
    const { body } = await client.post(notes, { residentId, text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' });
    return String(body.noteId);
  };

  beforeAll(async () => {
    await service.query(`insert into institution (code, institution_id, name_zh, level, kind, parent_code, consortium_lead, division_code, active_from, version)
      select code, gen_random_uuid(), code, 'TOWNSHIP', 'TOWNSHIP_HEALTH_CENTRE', parent, false, '370725', '2020-01-01', 1
      from (values ('H01', null), ('T01', 'H01'), ('T02', 'H02')) i (code, parent)`);
  });

  it.each([
    ['its own', 'TOWNSHIP_CENTRE', 'T01', 200],
    ['what lies below it', 'COUNTY_HOSPITAL', 'H01', 200],
    ['nothing of a neighbour, as if it were not there', 'TOWNSHIP_CENTRE', 'T02', 404],
    ['everything in the county for the bureau', 'HEALTH_BUREAU', 'B01', 200],
  ] as const)('is %s', async (_, role, institutionCode, status) => {
    const noteId = await take('T01');
    const client = await service.as(role, institutionCode);
    expect((await client.get(`${notes}/${noteId}`)).status).toBe(status);
    const { body } = await client.get<{ items: { noteId: string }[] }>(notes);
    expect(body.items.some((item) => item.noteId === noteId)).toBe(status === 200);
  });

  it('is written down, one row for each resident, before the answer leaves', async () => {
    const noteId = await take('T01');
    await (await service.as('HEALTH_BUREAU', 'B01', { subject: 'inspector' })).get(`${notes}/${noteId}`);
    const rows = await service.query(
      "select action, resource, institution_code, role, resident_id from audit where actor = 'inspector'",
    );
    expect(rows).toEqual([
      { action: 'read', resource: 'note', institution_code: 'B01', role: 'HEALTH_BUREAU', resident_id: residentId },
    ]);
  });
});
