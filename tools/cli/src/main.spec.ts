import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { main } from './main.ts';

const dead = {
  ...{
    id: '019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b11',
    eventType: 'cn.yigongti.contracts.contract.signed.v1',
    topic: 'contracts.contract.v1',
  },
  ...{ partition: 0, offset: 7, key: 'k', reason: 'POISON', errorClass: 'ZodError', attempts: 1, state: 'DEAD' },
  ...{ deadAt: '2026-11-22T10:00:00+08:00', closedAt: null, closedBy: null, closingReason: null },
};
const notFound = { code: 'event.dead-not-found', title: 'There is no such dead event', titleZh: '没有这条死信', errors: [] };

/** A suite where `referrals` has one dead event, as the CLI sees it. */
class Suite {
  readonly sent: { path: string; body: unknown; key: string | undefined }[] = [];
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));
  url = '';

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = ''] = (request.url ?? '').split('?');
    const [status, body] = this.#say(request, path, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #say({ method, headers }: IncomingMessage, path: string, text: string): [number, unknown] {
    if (path === '/token') return [200, { access_token: 't' }];
    if (method === 'POST') {
      this.sent.push({ path, body: JSON.parse(text), key: headers['idempotency-key'] as string | undefined });
      return [201, { id: dead.id, state: path.endsWith('replay') ? 'REPLAYED' : 'DISCARDED' }];
    }
    if (path.endsWith('/events/parked')) return [200, { items: [], next: null }];
    if (path.endsWith('/events/dead')) return [200, { items: path.startsWith('/referrals') ? [dead] : [], next: null }];
    if (path === `/referrals/v1/events/dead/${dead.id}`) return [200, { ...dead, headers: {}, data: { residentId: '***' } }];
    return [404, notFound];
  }
}

describe('the command line', () => {
  const suite = new Suite();
  const printed = { out: '', err: '' };
  const environment = { ...process.env };

  beforeAll(() => suite.start());
  afterAll(() => suite.stop());
  beforeEach(() => {
    Object.assign(printed, { out: '', err: '' });
    suite.sent.length = 0;
    Object.assign(process.env, {
      YIGONGTI_URL: suite.url,
      YIGONGTI_TOKEN_ENDPOINT: `${suite.url}/token`,
      ...{ YIGONGTI_CLIENT_ID: 'c', YIGONGTI_CLIENT_SECRET: 's' },
    });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))));
    jest.spyOn(console, 'error').mockImplementation((text) => void (printed.err += String(text)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.env = { ...environment };
  });
  const run = (...args: string[]) => main(args);

  it('ends with 0 where all is done, and prints JSON for programs', async () => {
    expect(await run('events', 'parked', '--json')).toBe(0);
    expect(JSON.parse(printed.out)).toEqual([]);
  });

  it('ends with 1 where something is wrong, and shows it to a person', async () => {
    expect(await run('events', 'dead')).toBe(1);
    expect(printed.out).toContain('referrals  019aa2c1');
    expect(await run('events', 'dead', '--service', 'contracts')).toBe(0);
  });

  it.each([
    ['an unknown command', ['evnts']],
    ['no command', ['events']],
    ['a missing argument', ['events', 'replay']],
    ['an unknown service', ['events', 'dead', '--service', 'x']],
    ['too short a reason', ['events', 'discard', dead.id, '--reason', 'no']],
    ['a topic that is not there', ['topics', 'export', 'x.y.v1']],
    ['no broker', ['topics', 'list']],
  ])('ends with 2 for %s, as JSON where it was asked for', async (_, args) => {
    expect(await run(...args)).toBe(2);
    expect(printed.err).not.toBe('');
    printed.err = '';
    expect(await run(...args, '--json')).toBe(2);
    expect(JSON.parse(printed.err)).toMatchObject({ error: { code: 'cli.usage', zh: expect.stringMatching(/./) } });
  });

  it('ends with 3 where nothing answers', async () => {
    process.env.YIGONGTI_TOKEN_ENDPOINT = 'http://127.0.0.1:1/token';
    expect(await run('events', 'parked', '--json')).toBe(3);
    expect(JSON.parse(printed.err)).toMatchObject({ error: { code: 'cli.away' } });
  });

  it('ends with 4 for what is refused, with the code of the problem', async () => {
    expect(await run('events', 'show', '019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b12', '--json')).toBe(4);
    expect(JSON.parse(printed.err)).toMatchObject({ error: { code: 'event.dead-not-found' } });
    expect(await run('clients', 'list')).toBe(4);
  });

  it('shows a dead event and says what to do with it', async () => {
    expect(await run('events', 'show', dead.id)).toBe(0);
    expect(printed.out).toContain(`events replay ${dead.id}`);
  });

  it('replays and discards where the event lies, each command with a key', async () => {
    expect(await run('events', 'replay', dead.id)).toBe(0);
    expect(await run('events', 'discard', dead.id, '--reason', 'entered twice')).toBe(0);
    const [replayed, discarded] = suite.sent;
    expect(replayed?.path).toBe(`/referrals/v1/events/dead/${dead.id}/replay`);
    expect(discarded).toMatchObject({ path: `/referrals/v1/events/dead/${dead.id}/discard`, body: { reason: 'entered twice' } });
    expect(new Set(suite.sent.map(({ key }) => key)).size).toBe(2);
  });

  it('has an example below the help of every command', async () => {
    expect(await run('--help')).toBe(0);
    for (const args of [
      ['doctor'],
      ['status'],
      ['county', 'check'],
      ['clients', 'add'],
      ['topics', 'export'],
      ['events', 'lag'],
    ]) {
      printed.out = '';
      expect([args, await run(...args, '--help')]).toEqual([args, 0]);
      expect(printed.out).toMatch(/Examples 示例:\n {2}npm run -s yigongti -- \w+/);
    }
  });

  it('checks a county by name or by path', async () => {
    expect(await run('county', 'check', 'changle')).toBe(0);
    expect(await run('county', 'check', 'deploy/counties/deqing.yaml', '--json')).toBe(0);
    expect(await run('county', 'check', 'deploy/counties/README.md')).toBe(1);
    expect(await run('county', 'check', 'nowhere')).toBe(2);
  });
});
