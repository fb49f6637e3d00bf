import Provider, { type IssuedToken, type OidcClient, type OidcContext } from 'oidc-provider';
import { isSecret } from './client-secret.ts';
import { allScopes, type IssuerFile, type LocalClient, type RegisteredClient } from './local-client.ts';

export interface IssuerOptions extends IssuerFile {
  /** The issuer's own URL, claim `iss`. */
  readonly issuer: string;
  readonly audience: string;
  /** Clients that come and go while the issuer runs. */
  readonly registered?: { find(clientId: string): RegisteredClient | undefined };
}

/** Seconds. Long enough for a demo's day, short enough that its renewal is exercised. */
const tokenLifetime = 3_600;

/**
 * An OAuth2 issuer for client credentials: RS256 access tokens as JWT with `org`, `role` and `scope`.
 * For the local stack and the compose demo; a county brings its own OpenID provider.
 */
export function createIssuer({ issuer, audience, keys, clients, registered }: IssuerOptions): Provider {
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  const provider = new Provider(issuer, {
    adapter: (model: string) => (model === 'Client' ? new ClientsFound(registered) : nothingStored),
    jwks: { keys },
    clients: clients.map(metadataOf),
    scopes: allScopes,
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
      const client = byId.get(token.clientId) ?? registered?.find(token.clientId);
      return client && { org: client.org, role: client.role };
    },
    ttl: { ClientCredentials: tokenLifetime },
  });
  // Of a registered client only the hash of its secret is kept.
  provider.Client.prototype.compareClientSecret = function (sent) {
    return isSecret(this.clientSecret, sent);
  };
  return provider;
}

function metadataOf(client: Pick<LocalClient, 'clientId' | 'clientSecret' | 'scope'>): Record<string, unknown> {
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

/** Access tokens are JWTs: the provider has nothing to keep. */
const nothingStored = { upsert: (): void => {}, find: (): undefined => {}, destroy: (): void => {} };

/** Asked for every client that is not the county's own. */
class ClientsFound {
  readonly upsert = nothingStored.upsert;
  readonly destroy = nothingStored.destroy;

  constructor(private readonly registered: IssuerOptions['registered']) {}

  find(clientId: string): Record<string, unknown> | undefined {
    const client = this.registered?.find(clientId);
    return client && metadataOf({ ...client, clientSecret: client.secretHash });
  }
}
