import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalClient } from '../issuer/local-client.ts';

export interface OfficeClientOptions {
  readonly gateway: string;
  readonly tokenEndpoint: string;
  readonly client: LocalClient;
}

export interface LineAnswer {
  readonly line: number;
  readonly status: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly errors?: readonly { code: string; titleZh: string; titleEn: string; pointer?: string }[];
}

/** Milliseconds that a service may take to hear of what another one was told. */
const patience = 30_000;
/** Milliseconds. On one machine news travels faster than services advise. */
const soon = 250;

/** A request that the suite did not take; the message is what it said. */
export class NotTaken extends Error {
  readonly status: number;

  constructor(request: string, status: number, said: string) {
    super(`${request} was answered with ${status}: ${said}`);
    this.name = 'NotTaken';
    this.status = status;
  }
}

/** One office's system on the public endpoints: what it sends has a key made of its content, so that sending again adds nothing. */
export class OfficeClient {
  readonly #options: OfficeClientOptions;
  #token: Promise<string> | undefined;

  constructor(options: OfficeClientOptions) {
    this.#options = options;
  }

  /** Gives false when this was sent and answered before. @throws NotTaken */
  async command(path: string, body: unknown): Promise<boolean> {
    const { replayed } = await this.#post(path, JSON.stringify(body), 'application/json');
    return !replayed;
  }

  /** @throws NotTaken */
  async read(path: string): Promise<unknown> {
    const token = await (this.#token ??= this.#fetchToken());
    const response = await fetch(this.#options.gateway + path, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new NotTaken(`GET ${path}`, response.status, await response.text());
    return response.json();
  }

  /** Sends lines and gives an answer for each, in order. @throws NotTaken when the upload as a whole is refused */
  async upload(path: string, lines: readonly unknown[]): Promise<LineAnswer[]> {
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { said } = await this.#post(path, body, 'application/x-ndjson');
    return said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LineAnswer);
  }

  /** A service that has not heard of something yet says when to come again (`Retry-After`): the same request, with the same key. */
  async #post(path: string, body: string, contentType: string): Promise<{ said: string; replayed: boolean }> {
    const deadline = performance.now() + patience;
    for (;;) {
      const response = await this.#send(path, body, contentType);
      const said = await response.text();
      if (response.ok) return { said, replayed: response.headers.has('idempotency-replayed') };
      const again = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
      if (Number.isNaN(again) || performance.now() + again > deadline) throw new NotTaken(`POST ${path}`, response.status, said);
      await delay(Math.min(again, soon));
    }
  }

  async #send(path: string, body: string, contentType: string): Promise<Response> {
    const token = await (this.#token ??= this.#fetchToken());
    return fetch(this.#options.gateway + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': contentType,
        'idempotency-key': createHash('sha256').update(`${path}\n${body}`).digest('hex'),
      },
      body,
    });
  }

  async #fetchToken(): Promise<string> {
    const { tokenEndpoint, client } = this.#options;
    const credentials = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
    const response = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok) throw new Error(`the issuer gave no token to ${client.clientId}: ${response.status}`);
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
