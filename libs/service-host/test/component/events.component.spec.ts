import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutionChanged } from '@yigongti/events';
import { SequentialIds, eventually, startTestService, type TestClient, type TestService } from '@yigongti/testing';
import { noteTaken } from '../fixture/note-taken.event.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';

const notes = '/contracts/v1/notes';
const events = '/contracts/v1/events';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const occurredAt = '2026-06-01T08:00:00+08:00';
let service: TestService;
let township: TestClient;
let operator: TestClient;
const lines: string[] = [];

beforeAll(async () => {
  service = await startTestService(noteService, { profile: noteProfile, onLog: (line) => lines.push(line) });
  township = await service.as('TOWNSHIP_CENTRE', 'T01');
  operator = await service.as('OPERATOR', 'B01');
});
afterAll(() => service.close());

const meta = (n: number, aggregateVersion = 1) => ({
  eventId: SequentialIds.at(n, 5),
  aggregateVersion,
  correlationId: SequentialIds.at(1, 6),
  causationId: null,
  traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
});
const changed = (n: number, version = 1, nameZh = '某卫生院') =>
  institutionChanged.create(
    { ...institutionChanged.examples[0]!, institutionId: SequentialIds.at(n, 8), institutionCode: `I${n}`, nameZh },
    meta(n * 10 + version, version),
  );

describe('what a command causes', () => {
  it('carries its trace and its correlation id into the event', async () => {
    const correlationId = SequentialIds.at(3, 3);
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, 'x-correlation-id': correlationId };
    const answer = await township.post(notes, { residentId: SequentialIds.at(1, 7), text: 'traced', occurredAt }, { headers });
    const event = (await service.published(noteTaken)).find(({ key }) => key === answer.body.noteId)!;
    expect(event.headers.ce_correlationid).toBe(correlationId);
    expect(event.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
  });

  it('is one line in the log, without what was said', async () => {
    lines.length = 0;
    const { body } = await township.post(`${notes}`, { residentId: SequentialIds.at(1, 7), text: 'taboo', occurredAt });
    const line = await eventually('the line', () => lines.find((text) => text.includes('"request"')));
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      command: `POST ${notes}`,
      useCase: 'NoteController.take',
      outcome: 'refused',
      code: 'contracts.note.taboo',
      status: 422,
      actor: 'township_centre@T01',
      institution: 'T01',
      role: 'TOWNSHIP_CENTRE',
      traceId: body.traceId,
      service: 'contracts',
    });
    expect(lines.join('')).not.toContain('taboo"}');
  });
});

describe('the tree of institutions', () => {
  it('follows the registry, and an older state changes nothing', async () => {
    await service.publish(changed(1, 2, '新名'));
    await service.publish(changed(1, 1, '旧名'));
    expect(await service.query("select name_zh, version from institution where code = 'I1'")).toEqual([
      { name_zh: '新名', version: 2 },
    ]);
  });
});

describe('operators', () => {
  it('see totals, and what the service declares', async () => {
    await service.publish(changed(2));
    const { status, body } = await operator.get(`${events}/ledger`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outboxPending: expect.any(Number), parked: 0, dead: 0, consumes: [institutionChanged.type] });
    expect((body.applied as Record<string, number>)[institutionChanged.type]).toBeGreaterThan(0);
  });

  it('list a poisoned event, look at it, and give it up with a reason that stays', async () => {
    const event = changed(4);
    const broken = { ...event, data: { ...event.data, kind: 'PALACE' } } as unknown as typeof event;
    await service.publish(broken);
    const { body: page } = await operator.get<{ items: { id: string; reason: string }[] }>(`${events}/dead?state=DEAD`);
    expect(page.items).toEqual([expect.objectContaining({ reason: 'POISON', key: event.aggregateId, state: 'DEAD' })]);
    const path = `${events}/dead/${page.items[0]!.id}`;
    expect((await operator.get(path)).body).toMatchObject({ data: expect.objectContaining({ kind: '***' }) });
    expect((await operator.post(`${path}/discard`, { occurredAt, reason: '' })).status).toBe(400);
    const discarded = await operator.post(`${path}/discard`, { occurredAt, reason: 'sent again by hand' });
    expect([discarded.status, discarded.body.state]).toEqual([200, 'DISCARDED']);
    expect((await operator.post(`${path}/replay`, { occurredAt })).status).toBe(409);
    expect(await service.query('select action, reason, actor, role from operation_log')).toEqual([
      { action: 'discard-dead', reason: 'sent again by hand', actor: 'operator@B01', role: 'OPERATOR' },
    ]);
  });

  it('are the only ones who may', async () => {
    expect((await township.get(`${events}/dead`)).status).toBe(403);
    expect((await township.get(`${events}/ledger`)).status).toBe(200);
  });
});

describe('the figures', () => {
  it('count commands by outcome and code, and ask the tables at each scrape', async () => {
    const { text } = await service.anyone().get('/metrics');
    expect(text).toContain(`yigongti_commands_total{command="POST ${notes}",outcome="refused",code="contracts.note.taboo"} 1`);
    expect(text).toMatch(/^dlt_depth 0$/m);
    expect(text).toMatch(/^parked_keys 0$/m);
    expect(text).toMatch(/^consumer_lag\{topic="registry.institution.v1",partition="\d+"\} 0$/m);
    expect(text).toContain(`inbox_applied_total{type="${institutionChanged.type}"}`);
  });
});
