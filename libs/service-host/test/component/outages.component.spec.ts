import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, startTestService, testDatabaseServer, type TestClient, type TestService } from '@yigongti/testing';
import { BreakableProxy } from '../fixture/breakable-proxy.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';
import { Notes } from '../fixture/notes.ts';

const notes = '/contracts/v1/notes';
const note = { residentId: '019f0000-0000-7007-8000-000000000001', text: 'x', occurredAt: '2026-06-01T08:00:00+08:00' };

describe('while PostgreSQL is away', () => {
  const { hostname, port } = new URL(testDatabaseServer());
  const proxy = new BreakableProxy(hostname, Number(port));
  let service: TestService;
  let township: TestClient;

  beforeAll(async () => {
    const through = new URL(await proxy.through(testDatabaseServer()));
    const databaseUrl = (url: string) => Object.assign(new URL(url), { host: through.host }).href;
    service = await startTestService(noteService, { profile: noteProfile, databaseUrl });
    township = await service.as('TOWNSHIP_CENTRE', 'T01');
  });
  afterAll(async () => {
    proxy.setBroken(false);
    await service.close();
    proxy.close();
  });

  it('says so with 503 and when to come back, is not ready, and goes on when it is back', async () => {
    expect((await township.post(notes, note)).status).toBe(201);
    proxy.setBroken(true);
    const answer = await township.post(notes, note, { key: 'away' });
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'service.database-away', '5']);
    expect((await township.upload(`${notes}/import`, [])).status).toBe(503);
    await eventually('the probe sees it', async () => (await service.anyone().get('/readyz')).status === 503, { within: 4_000 });
    expect((await service.anyone().get('/readyz')).body).toMatchObject({ status: 'down', database: 'away' });
    expect((await service.anyone().get('/livez')).status).toBe(200);
    expect((await service.anyone().get('/metrics')).status).toBe(200);
    proxy.setBroken(false);
    await eventually('it is ready again', async () => (await service.anyone().get('/readyz')).status === 200, { within: 4_000 });
    expect((await township.post(notes, note, { key: 'away' })).status).toBe(201);
  }, 15_000);

  it('says that its disk is full, writes nothing, and goes on when there is room', async () => {
    await service.query(
      `create function disk_full() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    );
    await service.query('create trigger full_disk before insert on outbox execute function disk_full()');
    const line = { residentId: note.residentId, text: note.text, sourceNo: 'full' };
    const answer = await township.post(notes, note, { key: 'full' });
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'service.database-full', '60']);
    expect((await township.upload(`${notes}/import`, [line])).status).toBe(503);
    await service.query('drop trigger full_disk on outbox');
    expect((await township.post(notes, note, { key: 'full' })).status).toBe(201);
  });

  it('is ready but degraded without Kafka, and takes commands', async () => {
    service.broker.setAway(true);
    await eventually('the probe sees it', async () => (await service.anyone().get('/readyz')).body.status === 'degraded', {
      within: 4_000,
    });
    expect((await township.post(notes, note)).status).toBe(201);
    expect((await service.anyone().get('/readyz')).status).toBe(200);
    service.broker.setAway(false);
  });
});

describe('while it stops', () => {
  it('finishes what is inside and takes nobody new', async () => {
    const service = await startTestService(noteService, { profile: noteProfile });
    await service.built.app.listen(0, '127.0.0.1');
    const url = await service.built.app.getUrl();
    const headers = {
      authorization: `Bearer ${await service.issuer.token('TOWNSHIP_CENTRE', 'T01')}`,
      'content-type': 'application/json',
    };
    const post = (key: string) =>
      fetch(`${url}${notes}`, { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: JSON.stringify(note) });
    let open: () => void = () => undefined;
    Notes.gate = new Promise((resolve) => (open = resolve));
    const inside = post('inside');
    await eventually(
      'it is inside',
      async () => (await service.query("select 1 from pg_locks where locktype = 'advisory'")).length > 0,
    );
    let closed = false;
    const closing = service.built.closeHttp().then(() => (closed = true));
    await expect(post('outside')).rejects.toThrow();
    expect(closed).toBe(false);
    open();
    Notes.gate = null;
    expect((await inside).status).toBe(201);
    await closing;
    await service.close();
  });

  it('turns away who comes through a connection that was open', async () => {
    const service = await startTestService(noteService, { profile: noteProfile });
    const township = await service.as('TOWNSHIP_CENTRE', 'T01');
    service.built.lifecycle.enter('draining');
    expect([(await township.get(notes)).status, (await township.get('/readyz')).status]).toEqual([200, 503]);
    service.built.lifecycle.enter('closing');
    const answer = await township.get(notes);
    expect([answer.status, answer.body.code, answer.headers.connection]).toEqual([503, 'service.stopping', 'close']);
    await service.close();
  });
});
