import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { findPorts } from '../servers/ports.ts';
import { createIssuer } from './create-issuer.ts';
import { scopeOf, type LocalClient } from './local-client.ts';

const clinic: LocalClient = {
  clientId: 'clinic-1',
  clientSecret: 'a-secret-that-is-long-enough',
  org: 'V0001',
  role: 'VILLAGE_CLINIC',
  scope: scopeOf('VILLAGE_CLINIC'),
};

describe('the local issuer', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const [port] = await findPorts([0]);
    url = `http://127.0.0.1:${port}`;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    const issuer = createIssuer({ issuer: url, audience: 'yigongti', keys: [key], clients: [clinic] });
    server = createServer(issuer.callback());
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = (secret: string, scope?: string) =>
    fetch(`${url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clinic.clientId}:${secret}`).toString('base64')}`, connection: 'close' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
    });

  it('gives a JWT that its published keys verify, with institution, role and scope', async () => {
    const response = await ask(clinic.clientSecret, 'contracts:read');
    const { access_token: token } = (await response.json()) as { access_token: string };
    const keys = (await (await fetch(`${url}/jwks`)).json()) as Parameters<typeof createLocalJWKSet>[0];
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { issuer: url, audience: 'yigongti' });
    expect(decodeProtectedHeader(token).alg).toBe('RS256');
    expect(payload).toMatchObject({ sub: 'clinic-1', org: 'V0001', role: 'VILLAGE_CLINIC', scope: 'contracts:read' });
  });

  it('gives all that the client may have to a request that names no scope', async () => {
    const answer = (await (await ask(clinic.clientSecret)).json()) as { scope: string };
    expect(answer.scope.split(' ').sort()).toEqual(clinic.scope.split(' ').sort());
  });

  it('gives no scope that the client may not have', async () => {
    const answer = (await (await ask(clinic.clientSecret, 'contracts:admin')).json()) as { scope?: string };
    expect(answer.scope).toBeUndefined();
  });

  it('refuses a wrong secret', async () => {
    expect((await ask('not-the-secret-of-this-client')).status).toBe(401);
  });
});
