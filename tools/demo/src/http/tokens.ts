import type { LocalClient } from '@yigongti/tool-local';
import { sendUntilAnswered } from './transport.ts';

interface Token {
  readonly text: string;
  /** By `performance.now()`. */
  readonly renewAt: number;
}

/** Renewed a minute before it ends, since a request may be on its way for long. */
const marginMs = 60_000;

/** Access tokens by client credentials, one at a time for each client. */
export class Tokens {
  readonly #tokens = new Map<string, Promise<Token>>();

  constructor(
    private readonly tokenEndpoint: string,
    private readonly signal: AbortSignal,
  ) {}

  async of(client: LocalClient): Promise<string> {
    const known = await this.#tokens.get(client.clientId);
    if (known && known.renewAt > performance.now()) return known.text;
    const fetching = this.#fetch(client);
    this.#tokens.set(client.clientId, fetching);
    return (await fetching).text;
  }

  /** A service did not take the token: the issuer was started again with other keys, or the clock jumped. */
  forget(client: LocalClient): void {
    this.#tokens.delete(client.clientId);
  }

  async #fetch({ clientId, clientSecret }: LocalClient): Promise<Token> {
    const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const sending = {
      url: this.tokenEndpoint,
      method: 'POST',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    } as const;
    const { status, body } = await sendUntilAnswered(sending, this.signal);
    if (status !== 200) throw new Error(`the issuer gave no token to ${clientId}: ${status}`);
    const { access_token: text, expires_in: seconds } = JSON.parse(body) as { access_token: string; expires_in: number };
    return { text, renewAt: performance.now() + seconds * 1_000 - marginMs };
  }
}
