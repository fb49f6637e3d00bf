import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { findPorts } from '../servers/ports.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, newSecret } from './client-secret.ts';
import { createIssuer } from './create-issuer.ts';
import { RegisteredClients } from './registered-clients.ts';
import { scopeOf, type LocalClient } from './local-client.ts';

const clinic: LocalClient = {
  clientId: 'clinic-1',
  clientSecret: 'a-secret-that-is-long-enough',
  org: 'V0001',
  role: 'VILLAGE_CLINIC',
  scope: scopeOf('VILLAGE_CLINIC'),
};

describe('the local issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yigongti-issuer-test-'));
  const registered = new RegisteredClients(join(folder, 'clients.json'));
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const [port] = await findPorts([0]);
    url = `http://127.0.0.1:${port}`;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    const issuer = createIssuer({ issuer: url, audience: 'yigongti', keys: [key], clients: [clinic], registered });
    server = createServer(issuer.callback());
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const ask = (secret: string, scope?: string, clientId = clinic.clientId) =>
    fetch(`${url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`, connection: 'close' },
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
    const answer = (await (await ask(clinic.clientSecret, 'contracts:admin')).json()) as Record<string, unknown>;
    expect([answer.error, answer.access_token]).toEqual(['invalid_scope', undefined]);
  });

  it('refuses a wrong secret', async () => {
    expect((await ask('not-the-secret-of-this-client')).status).toBe(401);
  });

  it('lets a client sign in from the moment it is registered to the moment it is revoked', async () => {
    const secret = newSecret();
    const { clientSecret: _, ...rest } = clinic;
    const hospital = {
      ...rest,
      clientId: 'his-1',
      secretHash: hashOf(secret),
      note: '',
      registeredAt: '2026-11-22T08:00:00+08:00',
    };
    const statuses = async () => [(await ask(secret, undefined, 'his-1')).status, (await ask(secret, undefined, 'his-2')).status];
    expect(await statuses()).toEqual([401, 401]);
    expect([await registered.add(hospital), await registered.add(hospital)]).toEqual([true, false]);
    expect(await statuses()).toEqual([200, 401]);
    const { access_token: token } = (await (await ask(secret, undefined, 'his-1')).json()) as { access_token: string };
    expect(decodeJwt(token)).toMatchObject({ sub: 'his-1', org: 'V0001', role: 'VILLAGE_CLINIC' });
    expect([await registered.revoke('his-1'), await registered.revoke('his-1')]).toEqual([true, false]);
    expect(await statuses()).toEqual([401, 401]);
  });

  it('takes the secret of a registered client, not what is kept of it', async () => {
    const { clientSecret: _, ...rest } = clinic;
    const secretHash = hashOf(newSecret());
    await registered.add({ ...rest, clientId: 'his-3', secretHash, note: '', registeredAt: '2026-11-22T08:00:00+08:00' });
    expect((await ask(secretHash, undefined, 'his-3')).status).toBe(401);
  });

  it('waits while another program changes the clients', async () => {
    const { clientSecret: _, ...rest } = clinic;
    const lock = join(folder, 'clients.json.lock');
    writeFileSync(lock, '');
    const kept = { secretHash: hashOf(newSecret()), note: '', registeredAt: '2026-11-22T08:00:00+08:00' };
    const adding = registered.add({ ...rest, ...kept, clientId: 'his-4' });
    await new Promise(setImmediate);
    expect(registered.find('his-4')).toBeUndefined();
    rmSync(lock);
    expect([await adding, registered.find('his-4')?.org]).toEqual([true, 'V0001']);
  });
});
