import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@yigongti/testing';
import { readTopics } from '@yigongti/tool-demo';
import { OwnStack } from './own-stack.ts';
import { linesOf } from './personal-data.ts';
import { StackClient, type Answered } from './stack-client.ts';

const patience = 120_000;
const practitioners = '/registry/v1/practitioners/import';
const residents = '/registry/v1/residents/import';

const stack = new OwnStack();
let client: StackClient;
let registrar: string;
/** An institution of the county, to work at. */
let institutionCode: string;

beforeAll(async () => {
  await stack.start();
  client = new StackClient(stack.file);
  registrar = client.ofRole('REGISTRAR');
  const page = await client.ask(registrar, '/registry/v1/institutions?level=TOWNSHIP&limit=1');
  institutionCode = (JSON.parse(page.text) as { items: { institutionCode: string }[] }).items[0]!.institutionCode;
}, patience);

afterAll(() => stack.stop(), 60_000);

interface LineResult {
  readonly status: string;
  readonly id: string;
}

function upload(path: string, key: string, lines: readonly object[]): Promise<Answered> {
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': key };
  return client.ask(registrar, path, { method: 'POST', headers, body: lines.map((line) => JSON.stringify(line)).join('\n') });
}

function resultsOf(text: string): LineResult[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LineResult);
}

/** Takes one practitioner on; the code tells which. */
async function appoint(practitionerCode: string): Promise<string[]> {
  const line = { practitionerCode, institutionCode, role: 'GP', activeFrom: '2026-01-01', sourceVersion: 1 };
  const answer = await upload(practitioners, practitionerCode, [{ ...line, occurredAt: '2026-01-01T08:00:00+08:00' }]);
  return [String(answer.status), ...resultsOf(`${answer.text}\n`).map(({ status }) => status)];
}

function listens(address: string): Promise<boolean> {
  const [host, port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect(Number(port), host, () => resolve(true));
    socket.on('error', () => resolve(false)).on('close', () => socket.destroy());
    socket.on('connect', () => socket.destroy());
  });
}

describe('a server of the suite goes away', () => {
  it(
    'Kafka: commands succeed, and their events arrive after its return',
    async () => {
      process.kill(stack.file.pids.kafka!, 'SIGKILL');
      await eventually('the broker to be gone', async () => !(await listens(stack.file.brokers[0]!)));
      expect(await appoint('D-KAFKA-AWAY')).toEqual(['200', 'created']);
      expect(await listens(stack.file.brokers[0]!)).toBe(false);
      await eventually('the event on its topic', () => isTold('D-KAFKA-AWAY'), { within: 60_000, every: 1_000 });
    },
    patience,
  );

  it(
    'Redis: slower, otherwise the same',
    async () => {
      const paths = Object.keys(stack.file.services).map((service) => `/${service}/v1/events/dead`);
      const ask = () => Promise.all(paths.map((path) => client.ask(client.ofRole('OPERATOR'), path)));
      const before = await ask();
      process.kill(stack.file.pids.redis!, 'SIGSTOP');
      try {
        expect(await ask()).toEqual(before);
        expect(await appoint('D-REDIS-AWAY')).toEqual(['200', 'created']);
      } finally {
        process.kill(stack.file.pids.redis!, 'SIGCONT');
      }
      expect(await ask()).toEqual(before);
    },
    patience,
  );

  it(
    'PostgreSQL: 503 with its problem, and recovery without a restart of a service',
    async () => {
      const { postgres, ...others } = stack.file.pids;
      const list = () => client.ask(registrar, '/registry/v1/practitioners?limit=1');
      process.kill(postgres!, 'SIGKILL');
      const away = await eventually('an answer without the database', async () => {
        const answer = await list();
        return answer.status !== 200 && answer;
      });
      expect([away.status, away.code]).toEqual([503, 'service.database-away']);
      await eventually('answers again', async () => (await list()).status === 200, { within: 30_000 });
      expect(await appoint('D-DATABASE-BACK')).toEqual(['200', 'created']);
      await eventually('the event on its topic', () => isTold('D-DATABASE-BACK'), { within: 30_000, every: 500 });
      const { postgres: restarted, ...same } = stack.file.pids;
      expect(same).toEqual(others);
      expect(restarted).not.toBe(postgres);
    },
    patience,
  );
});

describe('a service is killed in the middle of an upload', () => {
  const lines = linesOf({ county: 'changle', seed: '11', residents: 4_000 });

  it(
    'what was answered is there, what was not can be asked for by its key and sent again',
    async () => {
      const answered = await brokenOff('killed-upload', lines);
      const known = await eventually(
        'the service to tell of the upload',
        async () => {
          const { status, text } = await client.ask(registrar, '/registry/v1/commands/killed-upload');
          return status === 200 && (JSON.parse(text) as { lines: { created: number } });
        },
        { within: 60_000, every: 500 },
      );
      expect(answered.length).toBeGreaterThan(0);
      expect(answered.length).toBeLessThan(lines.length);
      expect(known.lines.created).toBeGreaterThanOrEqual(answered.length);

      const again = resultsOf(`${(await upload(residents, 'once-more', lines)).text}\n`);
      expect(again).toHaveLength(lines.length);
      expect(again.slice(0, answered.length).map(({ id, status }) => [id, status])).toEqual(
        answered.map(({ id }) => [id, 'unchanged']),
      );
      const written = again.filter(({ status }) => status === 'unchanged');
      expect(written).toHaveLength(known.lines.created);
      expect(again.filter(({ status }) => status === 'created')).toHaveLength(lines.length - written.length);
    },
    patience,
  );
});

/** Sends the lines and kills the service once some are answered: what was answered until then. */
async function brokenOff(key: string, lines: readonly object[]): Promise<LineResult[]> {
  const victim = stack.file.pids.registry!;
  const response = await client.stream(registrar, residents, {
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': key },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  let text = '';
  try {
    for await (const chunk of response.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (resultsOf(text).length > 0) process.kill(victim, 'SIGKILL');
    }
  } catch {
    // The connection ends with the service.
  }
  return resultsOf(text);
}

async function isTold(practitionerCode: string): Promise<boolean> {
  let told = false;
  await readTopics(stack.file.brokers, ({ value }) => {
    told ||= Boolean(value?.includes(practitionerCode));
  });
  return told;
}
