import type { StackFile } from '@yigongti/tool-local';

/** What came back, as text: also an upload's lines are looked through for what must not be in them. */
export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The running stack as a client sees it that may be anybody. */
export class StackClient {
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly stack: StackFile) {}

  /** One client of each role. */
  get clientIds(): string[] {
    return [...new Map(this.stack.clients.map(({ role, clientId }) => [role, clientId])).values()];
  }

  /** Of a role any. */
  ofRole(role: string): string {
    return this.stack.clients.find((client) => client.role === role)!.clientId;
  }

  async ask(clientId: string, url: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answered> {
    const authorization = `Bearer ${await this.#tokenOf(clientId)}`;
    const response = await fetch(this.stack.gateway + url, {
      method,
      headers: { authorization, ...headers },
      body: body ?? null,
    });
    const text = await response.text();
    const problem = response.status >= 400 && text.startsWith('{') ? (JSON.parse(text) as { code?: string }) : {};
    return { status: response.status, code: problem.code, text };
  }

  /** The body of an upload's answer as it comes. */
  async stream(clientId: string, url: string, { headers = {}, body }: Asking): Promise<ReadableStream<Uint8Array>> {
    const authorization = `Bearer ${await this.#tokenOf(clientId)}`;
    const response = await fetch(this.stack.gateway + url, {
      method: 'POST',
      headers: { authorization, ...headers },
      body: body ?? null,
    });
    return response.body!;
  }

  async document(service: string): Promise<unknown> {
    return (await fetch(this.stack.services[service]!.openapi)).json();
  }

  #tokenOf(clientId: string): Promise<string> {
    const known = this.#tokens.get(clientId);
    if (known) return known;
    const fetching = this.#fetchToken(clientId);
    this.#tokens.set(clientId, fetching);
    return fetching;
  }

  async #fetchToken(clientId: string): Promise<string> {
    const { clientSecret } = this.stack.clients.find((client) => client.clientId === clientId)!;
    const response = await fetch(this.stack.issuer.tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
