import type { Clock, Role } from '@yigongti/kernel';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

export interface TokenOptions {
  /** Default: read, write and admin of the service. */
  readonly scopes?: readonly string[];
  readonly subject?: string;
  readonly clientId?: string;
  /** Seconds from the clock's now; negative gives a token that has expired. */
  readonly livesSeconds?: number;
  readonly issuer?: string;
  readonly audience?: string;
}

/** An issuer inside the spec: one RS256 key, whose public half is the key set of the service. */
export class TestIssuer {
  readonly issuer = 'https://issuer.test';
  readonly audience = 'yigongti';

  private constructor(
    readonly keys: JWTVerifyGetKey,
    /** For a key set endpoint of the spec's own. */
    readonly publicKeys: JSONWebKeySet,
    private readonly privateKey: CryptoKey,
    private readonly terms: { readonly clock: Clock; readonly service: string },
  ) {}

  static async create(clock: Clock, service: string): Promise<TestIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' };
    const publicKeys = { keys: [jwk] };
    return new TestIssuer(createLocalJWKSet(publicKeys), publicKeys, privateKey, { clock, service });
  }

  token(role: Role, institutionCode: string, options: TokenOptions = {}): Promise<string> {
    const { scopes = ['read', 'write', 'admin'].map((word) => `${this.terms.service}:${word}`), livesSeconds = 3_600 } = options;
    const { subject = `${role.toLowerCase()}@${institutionCode}`, clientId = `his-${institutionCode}` } = options;
    const nowSeconds = Math.floor(this.terms.clock.now().getTime() / 1000);
    return new SignJWT({ org: institutionCode, role, scope: scopes.join(' '), client_id: clientId })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setSubject(subject)
      .setIssuer(options.issuer ?? this.issuer)
      .setAudience(options.audience ?? this.audience)
      .setIssuedAt(nowSeconds - 10)
      .setExpirationTime(nowSeconds + livesSeconds)
      .sign(this.privateKey);
  }
}
