import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, SequentialIds, startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { noteTaken } from '../fixture/note-taken.event.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';

const url = '/contracts/v1/notes/import';
const residentId = SequentialIds.at(1, 7);
const line = (sourceNo: string, text = 'seen') => ({ sourceNo, residentId, text });
let service: TestService;
let township: TestClient;
const log: string[] = [];

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile, onLog: (text) => log.push(text) });
  township = await service.as('TOWNSHIP_CENTRE', 'T01');
});
afterAll(() => service.close());
beforeEach(() => service.query('delete from note'));

const stored = async () =>
  (await service.query<{ source_no: string }>('select source_no from note order by 1')).map((row) => row.source_no);

describe('an upload', () => {
  it('answers a line for each line in order; a bad one changes nothing and the others count', async () => {
    const mixed = [line('a'), { sourceNo: 'b' }, line('c', 'taboo'), line('d', 'FORBIDDEN'), line('e')];
    const { status, headers, lines } = await township.upload(url, mixed);
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(lines.map((result) => [result.line, result.status, result.errors?.[0]?.code])).toEqual([
      [1, 'created', undefined],
      [2, 'refused', 'request.is-uuid'],
      [3, 'refused', 'contracts.note.taboo'],
      [4, 'refused', 'import.conflict'],
      [5, 'created', undefined],
    ]);
    expect(await stored()).toEqual(['a', 'e']);
    expect(lines[0]!.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('finds its lines again: nothing is added twice', async () => {
    await township.upload(url, [line('a'), line('b')]);
    const { lines } = await township.upload(url, [line('a'), line('b'), line('c')]);
    expect(lines.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'created']);
  });

  it('reads what editors write: blank lines, CRLF, no newline at the end', async () => {
    const text = `\r\n${JSON.stringify(line('a'))}\r\n\n   \n${JSON.stringify(line('b'))}`;
    const { lines } = await township.upload(url, text);
    expect(lines.map((result) => [result.line, result.status])).toEqual([
      [2, 'created'],
      [5, 'created'],
    ]);
  });

  it('refuses lines that are too long, not UTF-8, not JSON, and goes on', async () => {
    const bad = [
      Buffer.from(`"${'x'.repeat(70_000)}"`),
      Buffer.from([0x22, 0xff, 0x22]),
      Buffer.from('{"a":1,"a":2}'),
      Buffer.from(JSON.stringify(line('a'))),
    ];
    const payload = Buffer.concat(bad.flatMap((bytes) => [bytes, Buffer.from('\n')]));
    const answer = await township.send('POST', url, { payload, headers: { 'content-type': 'application/x-ndjson' } });
    const codes = answer.text
      .trim()
      .split('\n')
      .map((text) => (JSON.parse(text) as { errors?: { code: string }[] }).errors?.[0]?.code);
    expect(codes).toEqual(['import.line-too-long', 'import.line-not-utf8', 'request.unreadable', undefined]);
  });

  it('may be larger than the body of a command', async () => {
    const long = Array.from({ length: 100 }, (_, index) => line(`n${index}`, 'x'.repeat(20_000)));
    const { status, lines } = await township.upload(url, [...long, line('short')]);
    expect([status, lines.length, lines[0]!.errors?.[0]?.code, lines[100]!.status]).toEqual([
      200,
      101,
      'request.is-length',
      'created',
    ]);
  });

  it('works in chunks, and says where it stopped reading', async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => line(`n${index}`));
    const { lines } = await township.upload(url, many);
    expect(lines).toHaveLength(2_001);
    expect(lines.map((result) => result.line)).toEqual(many.map((_, index) => index + 1));
    expect(lines.at(-1)).toMatchObject({ status: 'refused', errors: [{ code: 'import.too-many-lines' }] });
    expect(await stored()).toHaveLength(2_000);
  });

  it('writes nothing in a dry run, and judges as if', async () => {
    const tried = [line('a'), line('b', 'taboo'), line('a'), line('c', 'FORBIDDEN'), line('d')];
    const { lines } = await township.upload(`${url}?dryRun=true`, tried, { key: 'dry' });
    expect(lines.map(({ status }) => status)).toEqual(['created', 'refused', 'unchanged', 'refused', 'created']);
    expect(await stored()).toEqual([]);
    expect((await township.get('/contracts/v1/commands/dry')).status).toBe(404);
  });

  it('takes all or none when atomic', async () => {
    const { lines } = await township.upload(`${url}?atomic=true`, [line('a'), line('b', 'taboo'), line('c')]);
    expect(lines.map((result) => [result.status, result.errors?.[0]?.code])).toEqual([
      ['refused', 'import.rolled-back'],
      ['refused', 'contracts.note.taboo'],
      ['refused', 'import.rolled-back'],
    ]);
    expect(await stored()).toEqual([]);
    const whole = await township.upload(`${url}?atomic=true`, [line('a'), line('c')]);
    expect(whole.lines.map(({ status }) => status)).toEqual(['created', 'created']);
  });

  it('publishes an event for each line that counts, and none for the others', async () => {
    const { lines } = await township.upload(url, [line('p'), line('q', 'taboo'), line('r')]);
    const accepted = lines.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const keys = (await service.published(noteTaken)).map(({ key }) => key);
    expect(keys.filter((key) => accepted.includes(key)).sort()).toEqual([...accepted].sort());
    await township.upload(`${url}?dryRun=true`, [line('s')]);
    expect(await service.published(noteTaken)).toHaveLength(keys.length);
  });

  it('leaves a receipt under its key', async () => {
    await township.upload(url, [line('a'), line('b', 'taboo'), line('c')], { key: 'receipt' });
    const { status, body } = await township.get('/contracts/v1/commands/receipt');
    expect([status, body.state, body.route]).toEqual([200, 'FINISHED', `POST ${url}`]);
    expect(body.lines).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 1 });
    const other = await service.as('TOWNSHIP_CENTRE', 'T02');
    expect((await other.get('/contracts/v1/commands/receipt')).status).toBe(404);
  });

  it('breaks off at a bug; what was answered before is there, and the receipt says so', async () => {
    const chunk = Array.from({ length: 500 }, (_, index) => line(`k${index}`));
    const sent = township.upload(url, [...chunk, line('z', 'bug')], { key: 'broken' });
    await expect(sent).rejects.toThrow();
    expect(await stored()).toHaveLength(500);
    expect((await township.get('/contracts/v1/commands/broken')).body).toMatchObject({
      state: 'INTERRUPTED',
      lines: { created: 500 },
    });
    const broken = log.filter((text) => text.includes('upload broken off'));
    expect(broken).toHaveLength(1);
    await eventually('the line', () => log.some((text) => text.includes('"outcome":"failed"')), { within: 2_000 });
  });

  it('answers a bug in its first chunk with 500', async () => {
    const answer = await township.upload(url, [line('z', 'bug')]);
    expect([answer.status, answer.body.code]).toEqual([500, 'service.fault']);
  });

  it.each([
    ['JSON', 'application/json', 415, 'request.media-type'],
    ['nothing', undefined, 400, 'request.body-missing'],
  ])('refuses %s', async (_, type, status, code) => {
    const answer = await township.send('POST', url, {
      ...(type === undefined ? {} : { payload: '{}' }),
      headers: type === undefined ? {} : { 'content-type': type },
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('the key of a command', () => {
  it('tells its client what became of it, and nobody else', async () => {
    const note = { residentId, text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' };
    const { body: answer } = await township.post('/contracts/v1/notes', note, { key: 'told' });
    const { status, body } = await township.get('/contracts/v1/commands/told');
    expect(status).toBe(200);
    expect(body).toEqual({
      key: 'told',
      route: 'POST /contracts/v1/notes',
      state: 'FINISHED',
      recordedAt: '2026-06-01T09:00:00.000+08:00',
      answer,
    });
    const other = await service.as('TOWNSHIP_CENTRE', 'T02');
    expect((await other.get('/contracts/v1/commands/told')).body.code).toBe('command.unknown');
  });
});
