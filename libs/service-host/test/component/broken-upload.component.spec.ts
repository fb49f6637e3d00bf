import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '@yigongti/kernel';
import { eventually, SequentialIds, startTestService, type TestService } from '@yigongti/testing';
import { Receipts } from '../../src/ndjson/receipts.ts';
import { Upload } from '../../src/ndjson/upload.ts';
import { NoteLineDto } from '../fixture/note.dto.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';
import { Notes } from '../fixture/notes.ts';

const path = '/contracts/v1/notes/import';
const line = (n: number) => `${JSON.stringify({ sourceNo: `n${n}`, residentId: SequentialIds.at(1, 7), text: 'seen' })}\n`;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => line(from + index)).join('');
let service: TestService;
let token: string;
const log: string[] = [];

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile, onLog: (text) => log.push(text) });
  await service.built.app.listen(0, '127.0.0.1');
  token = await service.issuer.token('TOWNSHIP_CENTRE', 'T01');
});
afterAll(() => service.close());

async function open(key: string): Promise<ClientRequest> {
  const url = new URL(path, await service.built.app.getUrl());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', 'idempotency-key': key };
  const upload = request(url, { method: 'POST', headers });
  upload.on('error', () => undefined);
  return upload;
}

const receipt = async (key: string) => {
  const [row] = await service.query<{ state: string; created: number }>(
    'select state, created from upload_receipt where key = $1',
    [key],
  );
  return row;
};

describe('an upload over a real connection', () => {
  it('is answered while it is still being sent', async () => {
    const upload = await open('both-ways');
    upload.write(lines(0, 500));
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    const results = createInterface({ input: response })[Symbol.asyncIterator]();
    for (let n = 1; n <= 500; n += 1)
      expect(JSON.parse((await results.next()).value as string)).toMatchObject({ line: n, status: 'created' });
    upload.end(line(500));
    expect(JSON.parse((await results.next()).value as string)).toMatchObject({ line: 501, status: 'created' });
    expect((await results.next()).done).toBe(true);
    expect(await receipt('both-ways')).toEqual({ state: 'FINISHED', created: 501 });
  });

  it('keeps what was answered when its client goes away, and says that it was broken off', async () => {
    const upload = await open('gone');
    upload.write(lines(1_000, 1_600));
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    await once(response, 'data');
    upload.destroy();
    await eventually('it is broken off', async () => (await receipt('gone'))?.state === 'INTERRUPTED', { within: 4_000 });
    expect(await receipt('gone')).toEqual({ state: 'INTERRUPTED', created: 500 });
    const again = await service
      .as('TOWNSHIP_CENTRE', 'T01')
      .then((client) => client.upload(path, lines(1_000, 1_600), { key: 'gone' }));
    expect(again.lines.filter(({ status }) => status === 'unchanged')).toHaveLength(500);
    expect(await receipt('gone')).toEqual({ state: 'FINISHED', created: 100 });
  });

  it('is one at a time under its key', async () => {
    const upload = await open('one');
    upload.write(line(5_000));
    await eventually('it has begun', () => receipt('one'), { within: 4_000 });
    const client = await service.as('TOWNSHIP_CENTRE', 'T01');
    const second = await client.upload(path, line(5_001), { key: 'one' });
    expect([second.status, second.body.code]).toEqual([409, 'command.still-running']);
    service.clock.advance({ seconds: 61 });
    expect((await client.upload(path, line(5_001), { key: 'one' })).status).toBe(200);
    upload.destroy();
  });

  it('reads no further than its answers are taken', async () => {
    let pulled = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let chunk = 0; chunk < 1_000; chunk += 1) {
        pulled += 1;
        yield Buffer.from('{}\n'.repeat(500));
      }
    }
    const { transactions, clock, lateEntry } = service.infrastructure;
    const rules = { dto: NoteLineDto, clock, lateEntry };
    const upload = new Upload({
      stream: source(),
      rules,
      transactions,
      receipts: new Receipts(transactions, clock),
      linesMax: 1_000_000,
      atomic: false,
      dryRun: false,
      onBroken: () => undefined,
      context: { caller: { clientId: 'his' }, idempotency: { key: 'deaf', route: 'r', requestHash: '' } } as CommandContext,
    });
    const results = await upload.through({ importChunk: () => Promise.resolve([]) });
    await once(results, 'readable');
    results.read(10);
    await eventually('it waits', async () => {
      const before = pulled;
      await service.query('select pg_sleep(0.2)');
      return pulled === before;
    });
    expect(pulled).toBeLessThan(10);
    results.destroy();
    await eventually('it is broken off', async () => (await receipt('deaf'))?.state === 'INTERRUPTED', { within: 4_000 });
  });
});

describe('a command whose client goes away', () => {
  it('is finished, and reported once with what became of it', async () => {
    let open: () => void = () => undefined;
    Notes.gate = new Promise((resolve) => (open = resolve));
    const url = new URL('/contracts/v1/notes', await service.built.app.getUrl());
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'left' };
    const sent = request(url, { method: 'POST', headers }).on('error', () => undefined);
    sent.end(JSON.stringify({ residentId: SequentialIds.at(1, 7), text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' }));
    await eventually(
      'it is inside',
      async () => (await service.query("select 1 from pg_locks where locktype = 'advisory'")).length > 0,
    );
    log.length = 0;
    sent.destroy();
    open();
    Notes.gate = null;
    const line = await eventually('the line', () => log.find((text) => text.includes('"POST /contracts/v1/notes"')), {
      within: 4_000,
    });
    expect(JSON.parse(line)).toMatchObject({ outcome: 'accepted', status: 201, clientGone: true });
    const client = await service.as('TOWNSHIP_CENTRE', 'T01');
    expect((await client.get('/contracts/v1/commands/left')).body.state).toBe('FINISHED');
    expect(log.filter((text) => text.includes('"POST /contracts/v1/notes"'))).toHaveLength(1);
  });
});
