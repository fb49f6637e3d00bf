import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from './create-gateway.ts';
import { frontPage } from './front-page.ts';

/** Answers a stream line by line while it still comes in, and anything else with what it saw. */
const service = createServer((request, response) => {
  if (request.headers['content-type'] === 'application/x-ndjson') {
    request.on('data', (data: Buffer) => response.write(data.toString().toUpperCase())).on('end', () => response.end());
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.setHeader('etag', '"3"');
  response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers }));
});

describe('the gateway', () => {
  let gateway: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    const port = await listening(service);
    const upstreams = { referrals: `http://127.0.0.1:${port}`, registry: 'http://127.0.0.1:1' };
    gateway = await createGateway({ upstreams, frontPage: frontPage({ county: 'changle', issuer: 'http://issuer' }) });
    url = await gateway.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await gateway.close();
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
  });

  it('hands path, query and headers through and says who asked', async () => {
    const response = await fetch(`${url}/referrals/v1/referrals?status=DRAFT`, { headers: { 'if-match': '"3"' } });
    const seen = (await response.json()) as { url: string; headers: Record<string, string> };
    expect(response.headers.get('etag')).toBe('"3"');
    expect(seen.url).toBe('/referrals/v1/referrals?status=DRAFT');
    expect(seen.headers).toMatchObject({
      'if-match': '"3"',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(url).host,
      'x-forwarded-proto': 'http',
    });
  });

  it('streams lines both ways without waiting for the last', async () => {
    const { readable, writable } = new TransformStream<Uint8Array>();
    const writer = writable.getWriter();
    const answer = fetch(`${url}/referrals/v1/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: readable,
      duplex: 'half',
    });
    await writer.write(Buffer.from('{"line":1}\n'));
    const reader = (await answer).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('{"LINE":1}\n');
    await writer.close();
    await reader.cancel();
  });

  it('says which service is away', async () => {
    const response = await fetch(`${url}/registry/v1/institutions`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'gateway.service-away', titleZh: '服务 registry 暂时无法访问' });
  });

  it('says how paths begin', async () => {
    const response = await fetch(`${url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'gateway.no-such-service' });
  });

  it('shows every service on its front page', async () => {
    const page = await (await fetch(url)).text();
    expect(page).toContain('双向转诊');
    expect(page.match(/\/docs"/g)).toHaveLength(6);
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
