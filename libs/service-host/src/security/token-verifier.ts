import { createHash } from 'node:crypto';
import { type Caller, type Clock, type Role, roleCodes } from '@yigongti/kernel';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Finds the key of a token: `createRemoteJWKSet(url)`, or a local set in specs. */
  readonly keys: JWTVerifyGetKey;
  readonly clock: Clock;
}

/** The token is not one of ours or no longer valid; the reason is a word, never a part of the token. */
export class TokenRefused extends Error {}

/** The issuer's keys cannot be fetched: not the caller's fault. */
export class IssuerAway extends Error {}

/** Asymmetric only, and cheap to verify; a token that names another algorithm is refused before any key is looked at. */
const algorithms = ['RS256', 'RS384', 'ES256'];
/** Bound of the cache: some hundred systems and people of a county, with room. */
const cachedTokensMax = 5_000;

interface CachedCaller {
  readonly caller: Caller;
  readonly expiresAtMs: number;
}

/** Turns a bearer token into a caller. A token seen before is not verified again until it expires. */
export class TokenVerifier {
  readonly #cached = new Map<string, CachedCaller>();

  constructor(private readonly options: TokenVerifierOptions) {}

  /** @throws TokenRefused | IssuerAway */
  async callerOf(token: string): Promise<Caller> {
    const digest = createHash('sha256').update(token).digest('base64');
    const nowMs = this.options.clock.now().getTime();
    const cached = this.#cached.get(digest);
    if (cached && cached.expiresAtMs > nowMs) return cached.caller;
    this.#cached.delete(digest);
    const payload = await this.#verify(token);
    const caller = callerFrom(payload);
    this.#remember(digest, { caller, expiresAtMs: payload.exp! * 1000 });
    return caller;
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { issuer, audience, keys, clock } = this.options;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        currentDate: clock.now(),
        requiredClaims: ['exp', 'sub', 'org', 'role'],
      });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw new IssuerAway();
      // jose's plain base error is what a failing key set endpoint gives.
      if (error.code === 'ERR_JOSE_GENERIC') throw new IssuerAway();
      throw new TokenRefused(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
    }
  }

  #remember(digest: string, entry: CachedCaller): void {
    if (this.#cached.size >= cachedTokensMax) this.#cached.delete(this.#cached.keys().next().value!);
    this.#cached.set(digest, entry);
  }
}

function callerFrom(payload: JWTPayload): Caller {
  const { sub, org, role, scope, client_id: clientId, azp } = payload;
  if (typeof org !== 'string' || org === '') throw new TokenRefused('org');
  if (!roleCodes.includes(role as Role)) throw new TokenRefused('role');
  const client = [clientId, azp, sub].find((value): value is string => typeof value === 'string')!;
  return {
    subject: sub!,
    clientId: client,
    institutionCode: org,
    role: role as Role,
    scopes: typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '') : [],
  };
}
