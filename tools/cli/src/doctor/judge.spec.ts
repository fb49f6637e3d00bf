import { describe, expect, it } from '@jest/globals';
import type { Dead, Ledger, Parked } from '../events/event-shapes.ts';
import type { Of } from '../events/find-events.ts';
import { judgeEvents, type EventFacts } from './judge-events.ts';
import { judgeLogs } from './judge-logs.ts';
import { judgeMachine } from './judge-machine.ts';
import { judgeReadiness, judgeServers, type Readiness } from './judge-parts.ts';

const now = new Date('2026-11-22T10:00:00Z');
const codesOf = (findings: readonly { level: string; code: string }[]) => findings.map(({ level, code }) => `${level} ${code}`);

const type = 'cn.yigongti.contracts.contract.signed.v1';
const ledger = (outboxPending = 0): Of<Ledger> => ({
  ...{ service: 'referrals', outboxPending, published: {}, applied: {}, parked: 0, dead: 0, consumes: [type] },
});
const parked = (parkedAt: string): Of<Parked> => ({
  ...{ service: 'referrals', key: 'k', events: 1, eventType: type, attempts: 3, waiting: false, errorClass: 'Error' },
  ...{ parkedAt, nextAttemptAt: parkedAt },
});
const dead: Of<Dead> = {
  ...{ service: 'referrals', id: 'd', eventType: type, topic: 't', partition: 0, offset: 1, key: 'k', reason: 'POISON' },
  ...{ errorClass: 'ZodError', attempts: 1, deadAt: '', state: 'DEAD', closedBy: null, closingReason: null },
};
const lag = (count: number) => ({
  ...{ service: 'referrals', topic: 'contracts.contract.v1', partitions: 12, committed: 0, end: count, lag: count },
});

describe('the doctor on events', () => {
  const facts = (changes: object) =>
    ({ ledgers: [ledger()], parked: [], dead: [], lags: [], oldestOutbox: new Map(), now, ...changes }) as EventFacts;

  it.each<[string, object, string[]]>([
    ['is content where all flow', {}, ['well events.flow']],
    ['wants dead ones decided', { dead: [dead, dead] }, ['wrong events.dead']],
    ['lets a key be parked for a while', { parked: [parked('2026-11-22T17:50:00+08:00')] }, ['well events.flow']],
    ['watches a key that stays parked', { parked: [parked('2026-11-22T17:44:00+08:00')] }, ['watch events.parked-long']],
    [
      'lets an outbox be full for a moment',
      { ledgers: [ledger(9)], oldestOutbox: new Map([['referrals', 60]]) },
      ['well events.flow'],
    ],
    [
      'finds an outbox that does not empty',
      { ledgers: [ledger(9)], oldestOutbox: new Map([['referrals', 61]]) },
      ['wrong events.outbox-old'],
    ],
    ['lets a group be a little behind', { lags: [lag(5_000)] }, ['well events.flow']],
    ['watches a group that is far behind', { lags: [lag(5_001)] }, ['watch events.lag']],
  ])('%s', (_, changes, found) => expect(codesOf(judgeEvents(facts(changes)))).toEqual(found));

  it('names the service, the event, and the command that shows more', () => {
    const [finding] = judgeEvents(facts({ dead: [dead] }));
    expect(finding?.en).toContain('referrals gave up 1 event(s), first contracts.contract.signed (ZodError)');
    expect(finding?.do?.en).toContain('events show d');
  });
});

describe('the doctor on parts', () => {
  const ready: Readiness = { status: 'ready', database: 'up', schema: 'current', kafka: 'up', process: 'running' };
  const judged = (readiness: Readiness | null) =>
    codesOf(judgeReadiness([{ service: 'referrals', readiness, log: 'referrals.log' }]));

  it.each<[string, Readiness | null, string]>([
    ['a service that is ready', ready, 'well services.ready'],
    ['one that does not answer', null, 'wrong services.away'],
    ['an old schema before the database', { ...ready, status: 'down', schema: 'behind' }, 'wrong services.schema-behind'],
    ['the database away', { ...ready, status: 'down', database: 'away', schema: 'unknown' }, 'wrong services.database-away'],
    ['Kafka away, which loses nothing', { ...ready, status: 'degraded', kafka: 'away' }, 'watch services.kafka-away'],
    ['one that stops', { ...ready, status: 'down', process: 'starting or stopping' }, 'wrong services.not-ready'],
  ])('knows %s', (_, readiness, found) => expect(judged(readiness)).toEqual([found]));

  it('says once what is wrong with several', () => {
    const asked = ['registry', 'contracts'].map((service) => ({ service, readiness: { ...ready, kafka: 'away' }, log: '' }));
    expect(judgeReadiness(asked).map(({ en }) => en)).toEqual([
      'Kafka is not reached by registry, contracts: events wait in the outbox',
    ]);
  });

  it('names the server that is away and its log', () => {
    const part = { name: 'kafka', labelZh: '消息总线', url: '127.0.0.1:9092' };
    expect(codesOf(judgeServers([{ ...part, state: 'given' }], 'logs'))).toEqual(['well parts.answer']);
    const [finding] = judgeServers([{ ...part, state: 'away' }], 'logs');
    expect([finding?.code, finding?.do?.en]).toEqual(['parts.kafka-away', expect.stringContaining('logs/kafka.log')]);
  });
});

describe('the doctor on the machine', () => {
  const gib = 1024 ** 3;
  const room = { disk: { free: 50 * gib, total: 100 * gib, folder: 'f' }, memoryAvailable: 4 * gib, openSecrets: [] };

  it.each<[string, object, string[]]>([
    ['room enough', {}, ['well machine.room']],
    ['little disk', { disk: { ...room.disk, free: 4 * gib } }, ['watch machine.disk-low']],
    ['little of a large disk', { disk: { free: 40 * gib, total: 1_000 * gib, folder: 'f' } }, ['watch machine.disk-low']],
    ['next to no disk', { disk: { ...room.disk, free: gib / 2 } }, ['wrong machine.disk-low']],
    ['little memory', { memoryAvailable: gib / 4 }, ['watch machine.memory-low']],
    ['secrets that others may read', { openSecrets: ['a', 'b'] }, ['wrong machine.secrets-open', 'wrong machine.secrets-open']],
  ])('sees %s', (_, changes, found) => expect(codesOf(judgeMachine({ ...room, ...changes }))).toEqual(found));
});

describe('the doctor on logs', () => {
  const line = (level: string, time: string, msg: string) => JSON.stringify({ level, time, msg });
  const judged = (...lines: string[]) => judgeLogs([{ service: 'referrals', file: 'referrals.log', lines }], now);

  it('counts the errors of the last minutes, and shows the last', () => {
    const found = judged(
      line('error', '2026-11-22T09:40:00Z', 'long ago'),
      line('error', '2026-11-22T09:55:00Z', 'first'),
      line('warn', '2026-11-22T09:56:00Z', 'no error'),
      line('error', '2026-11-22T09:57:00Z', 'second'),
      line('error', '2026-11-22T09:58:00Z', 'event dead: told elsewhere'),
    );
    expect(found.map(({ en }) => en)).toEqual(['referrals logged 2 error(s) in the last 10 minutes, last: second']);
  });

  it('is not put off by half a line', () => expect(judged('{"level":"err', 'text', '')).toEqual([]));
});
