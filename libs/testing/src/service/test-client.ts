import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { recordExample } from './record-example.ts';

export interface TestAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Body;
  readonly text: string;
}

export interface SendOptions {
  /** Default: a new one for each command. Null leaves the header out. */
  readonly key?: string | null;
  /** A version, `3`, or the header as it is. */
  readonly ifMatch?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawOptions extends SendOptions {
  readonly payload?: string | Buffer;
}

/** A caller's system: one token, and the headers that the conventions ask for. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string | null,
  ) {}

  get<Body = Record<string, unknown>>(url: string, options: SendOptions = {}): Promise<TestAnswer<Body>> {
    return this.send<Body>('GET', url, { ...options, key: null });
  }

  post<Body = Record<string, unknown>>(url: string, body: unknown, options: SendOptions = {}): Promise<TestAnswer<Body>> {
    return this.send<Body>('POST', url, {
      ...options,
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...options.headers },
    });
  }

  /** Sends NDJSON and reads the results; a string goes as it is. */
  async upload(
    url: string,
    lines: readonly unknown[] | string,
    options: SendOptions = {},
  ): Promise<TestAnswer & { lines: UploadLine[] }> {
    const payload = typeof lines === 'string' ? lines : lines.map((line) => JSON.stringify(line)).join('\n');
    const answer = await this.send('POST', url, {
      ...options,
      payload,
      headers: { 'content-type': 'application/x-ndjson', ...options.headers },
    });
    const isStream = answer.headers['content-type']?.startsWith('application/x-ndjson') ?? false;
    const results = isStream ? answer.text.split('\n').filter((line) => line !== '') : [];
    return { ...answer, lines: results.map((line) => JSON.parse(line) as UploadLine) };
  }

  async send<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    url: string,
    { key = randomUUID(), ifMatch, headers = {}, payload }: RawOptions = {},
  ): Promise<TestAnswer<Body>> {
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const text = response.payload;
    recordExample({ method, url, status: response.statusCode, payload: payload?.toString(), answer: text });
    const isJson =
      /json/.test(String(response.headers['content-type'])) && !/ndjson/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      body: (isJson && text !== '' ? JSON.parse(text) : {}) as Body,
      text,
    };
  }
}

export interface UploadLine {
  readonly line: number;
  readonly status: string;
  readonly id?: string;
  readonly errors?: readonly { code: string; pointer?: string }[];
}
