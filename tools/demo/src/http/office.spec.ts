import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Journal } from './journal.ts';
import { Office } from './office.ts';
import { StepIds } from './step-ids.ts';
import { Tokens } from './tokens.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const hangUp: Reply = (response) => response.destroy();
const brokenOff: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end('{"line":1,"status":"created"}\n');
};
const whole: Reply = (response) => {
  response.writeHead(200).end('{"line":1,"status":"unchanged"}\n{"line":2,"status":"created"}\n');
};

describe('a system of an institution', () => {
  let server: Server | undefined;
  afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

  /** Gives the replies one after the other to what is not the token endpoint, and keeps the requests. */
  const stackThatReplies = async (...replies: Reply[]) => {
    const requests: IncomingMessage[] = [];
    let tokens = 0;
    server = createServer((request, response) => {
      request.resume();
      if (request.url === '/token') return json(200, { access_token: `t${(tokens += 1)}`, expires_in: 3_600 })(response, request);
      requests.push(request);
      (replies[requests.length - 1] ?? json(500, {}))(response, request);
    });
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
    const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { signal } = new AbortController();
    const journal = new Journal('R1');
    const ids = new StepIds({ county: 'changle', seed: '1', residents: 2, month: '2026-06' });
    const client = { clientId: 'H1', clientSecret: 's', org: 'H1', role: 'TOWNSHIP_CENTRE', scope: '' } as const;
    const office = new Office(client, { gateway, tokens: new Tokens(`${gateway}/token`, signal), ids, journal, signal });
    return { office, requests, journal };
  };
  const call = {
    step: 'sign R1',
    path: '/contracts/v1/contracts',
    body: { occurredAt: '2026-06-02T09:00:00+08:00' },
    about: ['R1'],
  };
  const keysOf = (requests: IncomingMessage[]) => new Set(requests.map(({ headers }) => headers['idempotency-key']));

  it('sends a command again with the same key until it has an answer, and records it once', async () => {
    const { office, requests, journal } = await stackThatReplies(
      hangUp,
      json(503, { code: 'service.stopping' }),
      json(409, { code: 'command.still-running' }),
      json(422, { code: 'x.not-projected' }, { 'retry-after': '0' }),
      json(201, { contractId: 'c', version: 1 }),
    );
    expect(await office.command(call)).toEqual({ ok: true, view: { contractId: 'c', version: 1 } });
    expect([requests.length, keysOf(requests).size, journal.requests]).toEqual([5, 1, 1]);
    expect(journal.steps).toMatchObject([{ method: 'POST', path: call.path, status: 201, by: 'H1', at: call.body.occurredAt }]);
    expect(requests[0]!.headers['x-correlation-id']).toBe(journal.steps[0]!.correlationId);
  });

  it('takes a refusal for an answer', async () => {
    const { office, requests } = await stackThatReplies(json(409, { code: 'contracts.contract.already-signed' }));
    expect(await office.command(call)).toMatchObject({
      ok: false,
      status: 409,
      problem: { code: 'contracts.contract.already-signed' },
    });
    expect(requests).toHaveLength(1);
  });

  it('decides on the version that it saw', async () => {
    const { office, requests } = await stackThatReplies(json(200, {}));
    await office.command({ ...call, ifMatch: 3 });
    expect(requests[0]!.headers['if-match']).toBe('"3"');
  });

  it('does not take an upload that was broken off for an answer', async () => {
    const { office, requests } = await stackThatReplies(brokenOff, whole);
    const lines = [{ sourceNo: 'R1' }, { sourceNo: 'R2' }];
    const answers = await office.upload({
      step: 'residents 1',
      path: '/registry/v1/residents/import',
      lines,
      about: ['R1', 'R2'],
    });
    expect(answers.map(({ status }) => status)).toEqual(['unchanged', 'created']);
    expect([requests.length, keysOf(requests).size]).toEqual([2, 1]);
  });

  it('asks for a new token when its own is not taken any more', async () => {
    const { office, requests } = await stackThatReplies(
      json(401, { code: 'access.token-invalid' }),
      json(200, { items: [], next: null }),
    );
    await office.list('/contracts/v1/teams');
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('reads a list to its end', async () => {
    const { office, requests } = await stackThatReplies(
      json(200, { items: [1, 2], next: 'abc' }),
      json(200, { items: [3], next: null }),
    );
    expect(await office.list('/contracts/v1/teams?kind=CONTRACT_TEAM')).toEqual([1, 2, 3]);
    expect(requests.map(({ url }) => url)).toEqual([
      '/contracts/v1/teams?kind=CONTRACT_TEAM&limit=500',
      '/contracts/v1/teams?kind=CONTRACT_TEAM&limit=500&cursor=abc',
    ]);
  });

  it('says in words what it cannot go on without', async () => {
    const reasons = [{ code: 'contracts.team.needs-one-leader', pointer: '/members', titleEn: 'Exactly one leads' }];
    const { office } = await stackThatReplies(json(422, { code: 'contracts.team.needs-one-leader', errors: reasons }));
    await expect(office.must(call)).rejects.toThrow('contracts.team.needs-one-leader /members Exactly one leads');
  });
});
