import Provider, { type IssuedToken, type OidcClient, type OidcContext } from 'oidc-provider';
import type { IssuerFile, LocalClient } from './local-client.ts';

export interface IssuerOptions extends IssuerFile {
  /** The issuer's own URL, claim `iss`. */
  readonly issuer: string;
  readonly audience: string;
}

/** Seconds. Long enough for a demo's day, short enough that its renewal is exercised. */
const tokenLifetime = 3_600;

/**
 * An OAuth2 issuer for client credentials: RS256 access tokens as JWT with `org`, `role` and `scope`.
 * For the local stack and the compose demo; a county brings its own OpenID provider.
 */
export function createIssuer({ issuer, audience, keys, clients }: IssuerOptions): Provider {
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  return new Provider(issuer, {
    adapter: NothingStored,
    jwks: { keys },
    clients: clients.map(metadataOf),
    scopes: [...new Set(clients.flatMap((client) => client.scope.split(' ')))],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // Tokens are JWTs only for a named resource: ours is named for everybody.
        defaultResource: () => `urn:${audience}`,
        getResourceServerInfo: (context: OidcContext, _resource: string, client: OidcClient) => {
          context.oidc.params.scope ??= client.scope;
          return { audience, scope: client.scope, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
        },
      },
    },
    extraTokenClaims: (_context: OidcContext, token: IssuedToken) => {
      const client = byId.get(token.clientId);
      return client && { org: client.org, role: client.role };
    },
    ttl: { ClientCredentials: tokenLifetime },
  });
}

function metadataOf(client: LocalClient): Record<string, unknown> {
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: client.scope,
  };
}

/** Access tokens are JWTs and clients are configured: the provider has nothing to keep. */
class NothingStored {
  upsert(): void {}
  find(): undefined {}
  destroy(): void {}
}
