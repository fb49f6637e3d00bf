import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SequentialIds, startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { noteProfile, noteService } from '../fixture/note.service.ts';
import { Notes, strangerId } from '../fixture/notes.ts';

const notes = '/contracts/v1/notes';
const residentId = SequentialIds.at(1, 7);
const occurredAt = '2026-06-01T08:00:00+08:00';
const note = { residentId, text: 'seen at home', occurredAt };

let service: TestService;
let township: TestClient;

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile });
  township = await service.as('TOWNSHIP_CENTRE', 'T01');
});
afterAll(() => service.close());

describe('a command', () => {
  it('answers with status, Location and ETag', async () => {
    const answer = await township.post(notes, note);
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.headers.location).toBe(`${notes}/${String(answer.body.noteId)}`);
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
  });

  it('gives the stored answer to the same key and body, whatever the order of the keys', async () => {
    const first = await township.post(notes, note, { key: 'twice' });
    const second = await township.post(notes, { occurredAt, text: note.text, residentId }, { key: 'twice' });
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true', etag: '"1"', location: first.headers.location });
    const [{ n }] = (await service.query<{ n: number }>('select count(*)::int as n from note where note_id = $1', [
      first.body.noteId,
    ])) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('refuses the key with another body, and keeps nothing of it', async () => {
    await township.post(notes, note, { key: 'reused' });
    const answer = await township.post(notes, { ...note, text: 'another' }, { key: 'reused' });
    expect([answer.status, answer.body.code]).toEqual([422, 'command.key-reused']);
  });

  it('runs once when the same key comes twice at the same time', async () => {
    let open: () => void = () => undefined;
    Notes.gate = new Promise((resolve) => (open = resolve));
    const first = township.post(notes, note, { key: 'parallel' });
    const second = await (async () => {
      while ((await service.query('select 1 from pg_locks where locktype = $1 and granted', ['advisory'])).length === 0);
      return township.post(notes, note, { key: 'parallel' });
    })();
    open();
    Notes.gate = null;
    expect([second.status, second.body.code, second.headers['retry-after']]).toEqual([409, 'command.still-running', '1']);
    expect((await first).status).toBe(201);
  });

  it('does not store a refusal: the same key may be tried again', async () => {
    const refused = await township.post(notes, { ...note, text: 'taboo' }, { key: 'again' });
    expect([refused.status, refused.body.code]).toEqual([422, 'contracts.note.taboo']);
    expect(refused.body.errors).toEqual([{ code: 'contracts.note.taboo', titleZh: '拒绝', titleEn: 'No', pointer: '/text' }]);
    expect((await township.post(notes, note, { key: 'again' })).status).toBe(201);
  });

  it('says when to come back for what is not projected yet', async () => {
    const answer = await township.post(notes, { ...note, residentId: strangerId });
    expect([answer.status, answer.headers['retry-after']]).toEqual([422, '2']);
  });

  it.each([
    ['no If-Match', undefined, 428, 'request.if-match-missing'],
    ['a stale version', 9, 412, 'request.stale-version'],
    ['a weak or foreign ETag', 'W/"1"', 400, 'request.if-match-invalid'],
  ])('refuses a change with %s', async (_, ifMatch, status, code) => {
    const { body } = await township.post(notes, note);
    const answer = await township.post(`${notes}/${String(body.noteId)}/close`, { occurredAt }, { ifMatch });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes a change on the version that stands, once', async () => {
    const { body } = await township.post(notes, note);
    const path = `${notes}/${String(body.noteId)}/close`;
    const answer = await township.post(path, { occurredAt }, { ifMatch: 1 });
    expect([answer.status, answer.headers.etag, answer.body.closed]).toEqual([200, '"2"', true]);
    expect((await township.post(path, { occurredAt }, { ifMatch: 2 })).body.code).toBe('contracts.note.already-closed');
  });

  it.each([
    ['in the future', '2026-06-01T09:05:01+08:00', 'request.occurred-in-future'],
    ['beyond late entry', '2026-04-02T08:59:59+08:00', 'request.occurred-too-long-ago'],
  ])('refuses a time of occurrence %s', async (_, at, code) => {
    const answer = await township.post(notes, { ...note, occurredAt: at });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('answers a bug with 500, a trace id and nothing else', async () => {
    const answer = await township.post(notes, { ...note, text: 'bug' });
    expect([answer.status, answer.body.code]).toEqual([500, 'service.fault']);
    expect(answer.text).not.toMatch(/secret|stack|at /);
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
  });
});
