import { describe, expect, it } from '@jest/globals';
import { Clock } from '@yigongti/kernel';
import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { IssuerAway, TokenRefused, TokenVerifier } from './token-verifier.ts';

class Still extends Clock {
  now(): Date {
    return new Date('2026-06-01T00:00:00Z');
  }
}

const nowSeconds = Date.parse('2026-06-01T00:00:00Z') / 1000;
const claims = {
  sub: 'dr',
  org: 'T01',
  role: 'TOWNSHIP_CENTRE',
  scope: 'contracts:read contracts:write',
  client_id: 'his',
  exp: nowSeconds + 60,
};
const verifier = (key: CryptoKey | Uint8Array, find: () => Promise<CryptoKey | Uint8Array> = () => Promise.resolve(key)) =>
  new TokenVerifier({ issuer: 'https://id', audience: 'yigongti', keys: find as never, clock: new Still() });
const sign = (payload: Record<string, unknown>, key: CryptoKey | Uint8Array, alg: string) =>
  new SignJWT({ iss: 'https://id', aud: 'yigongti', ...payload }).setProtectedHeader({ alg }).sign(key);

describe('TokenVerifier', () => {
  it.each(['RS256', 'RS384', 'ES256'])('reads a caller from a token signed with %s', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    expect(await verifier(publicKey).callerOf(await sign(claims, privateKey, alg))).toEqual({
      subject: 'dr',
      clientId: 'his',
      institutionCode: 'T01',
      role: 'TOWNSHIP_CENTRE',
      scopes: ['contracts:read', 'contracts:write'],
    });
  });

  it('refuses a shared secret where a key pair is asked for', async () => {
    const secret = new Uint8Array(32);
    await expect(verifier(secret).callerOf(await sign(claims, secret, 'HS256'))).rejects.toThrow(TokenRefused);
  });

  it.each(['exp', 'sub', 'org', 'role'])('refuses a token without %s', async (claim) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const token = await sign({ ...claims, [claim]: undefined }, privateKey, 'ES256');
    await expect(verifier(publicKey).callerOf(token)).rejects.toThrow(TokenRefused);
  });

  it('refuses a role that is none', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    await expect(verifier(publicKey).callerOf(await sign({ ...claims, role: 'KING' }, privateKey, 'ES256'))).rejects.toThrow(
      TokenRefused,
    );
  });

  it('tells an issuer that is away from a token that is bad', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const away = verifier(privateKey, () => Promise.reject(new TypeError('fetch failed')));
    await expect(away.callerOf(await sign(claims, privateKey, 'ES256'))).rejects.toThrow(IssuerAway);
  });
});
