import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { noteProfile, noteService } from '../fixture/note.service.ts';

const notes = '/contracts/v1/notes';
const residentId = '019f0000-0000-7007-8000-000000000001';
const json = { 'content-type': 'application/json' };
let service: TestService;
let township: TestClient;

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile });
  township = await service.as('TOWNSHIP_CENTRE', 'T01');
});
afterAll(() => service.close());

describe('a request of the wrong shape', () => {
  it('is told everything at once: headers, known fields, unknown fields', async () => {
    const answer = await township.post(notes, { residentId: 'x', extra: 1, text: '' }, { key: null });
    const errors = answer.body.errors as { code: string; pointer?: string }[];
    expect(answer.status).toBe(400);
    expect(errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['request.idempotency-key-missing', undefined],
      ['request.unknown-field', '/extra'],
      ['request.is-uuid', '/residentId'],
      ['request.is-length', '/text'],
      ['request.is-instant', '/occurredAt'],
    ]);
    expect(answer.body).toMatchObject({
      type: 'urn:yigongti:problem:request.invalid',
      code: 'request.invalid',
      status: 400,
      instance: notes,
      title: expect.any(String),
      titleZh: expect.any(String),
    });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('is told of its shape before its rules', async () => {
    const answer = await township.post(notes, { residentId, text: '', occurredAt: '2027-01-01T00:00:00+08:00' });
    expect((answer.body.errors as { code: string }[]).map(({ code }) => code)).toEqual(['request.is-length']);
  });

  it('converts nothing silently', async () => {
    const answer = await township.post(notes, { residentId, text: 5, occurredAt: '2026-06-01T08:00:00+08:00' });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code: 'request.is-string', pointer: '/text' }));
  });

  it.each([
    ['broken JSON', '{"a":', json, 400, 'request.unreadable'],
    ['a key that stands twice', '{"text":"a","text":"b"}', json, 400, 'request.unreadable'],
    ['a key that stands twice, once escaped', '{"text":"a","te\\u0078t":"b"}', json, 400, 'request.unreadable'],
    ['a key of the prototype', '{"__proto__":{"a":1}}', json, 400, 'request.unreadable'],
    ['NUL', '{"text":"a\\u0000"}', json, 400, 'request.unreadable'],
    ['half a surrogate pair', '{"text":"\\ud800"}', json, 400, 'request.unreadable'],
    ['an integer that a double cannot hold', '{"a":9007199254740993}', json, 400, 'request.unreadable'],
    ['nesting without end', '['.repeat(50_000) + ']'.repeat(50_000), json, 400, 'request.unreadable'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), json, 400, 'request.unreadable'],
    ['an array', '[]', json, 400, 'request.invalid'],
    ['no body', undefined, {}, 400, 'request.body-missing'],
    ['more than a command needs', `{"text":"${'x'.repeat(1_100_000)}"}`, json, 413, 'request.too-large'],
    ['another media type', 'text', { 'content-type': 'text/plain' }, 415, 'request.media-type'],
    ['another charset', '{}', { 'content-type': 'application/json; charset=gbk' }, 415, 'request.media-type'],
    ['a stream where one object is asked for', '{}', { 'content-type': 'application/x-ndjson' }, 415, 'request.media-type'],
  ])('is refused with %s', async (_, payload, headers, status, code) => {
    const answer = await township.send('POST', notes, {
      ...(payload === undefined ? {} : { payload }),
      headers: headers as Record<string, string>,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it.each([
    ['a path that is none', 'GET', '/contracts/v1/nothing', 404, 'route.unknown'],
    ['a method that the path does not know', 'DELETE', notes, 405, 'route.method-not-allowed'],
    ['an id that is none', 'GET', `${notes}/abc`, 400, 'request.is-uuid'],
    ['NUL in the path', 'GET', `${notes}/%00`, 400, 'request.unreadable'],
    ['a broken escape in the path', 'GET', `${notes}/%zz`, 400, 'request.unreadable'],
    ['a cursor that was made up', 'GET', `${notes}?cursor=abc`, 400, 'request.cursor-invalid'],
    ['an unknown filter', 'GET', `${notes}?name=x`, 400, 'request.invalid'],
    ['a page without end', 'GET', `${notes}?limit=501`, 400, 'request.invalid'],
    ['a filter that stands twice', 'GET', `${notes}?residentId=${residentId}&residentId=${residentId}`, 400, 'request.invalid'],
  ] as const)('is refused with %s', async (_, method, url, status, code) => {
    const answer = await township.send(method, url, { key: null });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([['a b'], ['x'.repeat(201)], ['ключ']])('is refused with the key %p', async (key) => {
    const answer = await township.post(notes, { residentId, text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' }, { key });
    expect([answer.status, answer.body.code]).toEqual([400, 'request.idempotency-key-invalid']);
  });

  it('is not told its own filters, which may name people', async () => {
    const answer = await township.get(`${notes}?limit=0&residentId=${residentId}`);
    expect([answer.status, answer.body.instance]).toEqual([400, notes]);
    expect(answer.text).not.toContain(residentId);
  });

  it('is refused with a correlation id that is none', async () => {
    const body = { residentId, text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' };
    const refused = await township.post(notes, body, { headers: { 'x-correlation-id': 'abc' } });
    expect(refused.body.code).toBe('request.correlation-id-invalid');
  });
});

describe('a list', () => {
  const listed = '019f0000-0000-7007-8000-000000000002';
  beforeAll(async () => {
    for (let n = 0; n < 5; n += 1) {
      await township.post(notes, { residentId: listed, text: `page ${n}`, occurredAt: '2026-06-01T08:00:00+08:00' });
    }
    await township.post(notes, { residentId, text: 'of another', occurredAt: '2026-06-01T08:00:00+08:00' });
  });

  it('is walked by its Link headers, each item once, filters kept', async () => {
    const seen: string[] = [];
    for (let url: string | undefined = `${notes}?limit=1&residentId=${listed}`; url !== undefined;) {
      const { body, headers }: Awaited<ReturnType<typeof page>> = await page(url);
      seen.push(...body.items.map(({ text }) => text));
      expect(headers.link === undefined).toBe(body.next === null);
      url = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(['page 0', 'page 1', 'page 2', 'page 3', 'page 4']);
  });

  const page = (url: string) => township.get<{ items: { text: string }[]; next: string | null }>(url);
});
