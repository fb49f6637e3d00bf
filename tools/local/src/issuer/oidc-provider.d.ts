/** The little of oidc-provider that the issuer uses: the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface OidcContext {
    readonly oidc: { readonly params: { scope?: string } };
  }
  export interface OidcClient {
    readonly clientId: string;
    readonly scope: string;
  }
  export interface IssuedToken {
    readonly clientId: string;
  }
  // eslint-disable-next-line no-restricted-syntax -- the package exports it so
  export default class Provider {
    readonly Client: {
      readonly prototype: { compareClientSecret(this: { readonly clientSecret: string }, sent: string): boolean };
    };
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    on(event: string, listener: (context: unknown, error: Error) => void): void;
  }
}
