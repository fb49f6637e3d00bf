import { randomUUID } from 'node:crypto';
import { formatInstant } from '@yigongti/kernel';
import { z } from 'zod';
import { awayFailure, exitCodes, Failure } from '../failure.ts';
import type { Target } from './target.ts';

/** Milliseconds. */
const answerWithin = 15_000;

const problemSchema = z.object({
  code: z.string(),
  title: z.string().default(''),
  titleZh: z.string().default(''),
  errors: z.array(z.object({ titleEn: z.string().default(''), titleZh: z.string().default('') })).default([]),
});

/** The public HTTP interface of a suite, as one of its clients. */
export class ApiClient {
  #token: Promise<string> | undefined;

  constructor(private readonly target: Pick<Target, 'gateway' | 'tokenEndpoint' | 'client'>) {}

  /** @throws Failure */
  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.#ask('GET', path));
  }

  /** A command with a key of its own. @throws Failure */
  async command<S extends z.ZodType>(path: string, body: object, schema: S): Promise<z.output<S>> {
    const written = JSON.stringify({ ...body, occurredAt: formatInstant(new Date()) });
    return schema.parse(await this.#ask('POST', path, written));
  }

  /** All pages of a list. @throws Failure */
  async *list<S extends z.ZodType>(path: string, item: S): AsyncGenerator<z.output<S>> {
    const page = z.object({ items: z.array(item), next: z.string().nullish() });
    for (let cursor: string | null | undefined = ''; cursor != null;) {
      const query = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) });
      const { items, next } = await this.get(`${path}${path.includes('?') ? '&' : '?'}${query}`, page);
      yield* items as z.output<S>[];
      cursor = next;
    }
  }

  /** Whether the issuer gives a token. @throws Failure */
  async signIn(): Promise<void> {
    await this.#tokenOnce();
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: string): Promise<unknown> {
    const authorization = `Bearer ${await this.#tokenOnce()}`;
    const command = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await reach(this.target.gateway + path, {
      method,
      headers: { authorization, ...(body === undefined ? {} : command) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw refusal(`${method} ${path}`, response.status, text);
  }

  #tokenOnce(): Promise<string> {
    return (this.#token ??= this.#fetchToken());
  }

  async #fetchToken(): Promise<string> {
    const { tokenEndpoint, client } = this.target;
    const credentials = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
    const response = await reach(tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const text = await response.text();
    if (response.ok) return (JSON.parse(text) as { access_token: string }).access_token;
    throw new Failure(exitCodes.refused, {
      code: 'cli.no-token',
      en: `The issuer gave no token to ${client.clientId}: ${response.status} ${text.slice(0, 200)}`,
      zh: '身份服务拒绝签发令牌',
    });
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(answerWithin) });
  } catch {
    const { origin } = new URL(url);
    throw awayFailure(`${origin} does not answer: npm run yigongti -- doctor says more`, `${origin} 无响应，可运行 doctor 诊断`);
  }
}

function refusal(request: string, status: number, text: string): Failure {
  const parsed = problemSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const en = `${request} was answered with ${status}`;
    return new Failure(exitCodes.refused, { code: 'cli.refused', en, zh: '请求被拒绝', detail: text.slice(0, 500) });
  }
  const { code, title, titleZh, errors } = parsed.data;
  // A problem with one reason says it twice.
  const because = (text: string, reasons: readonly string[]) =>
    [text, reasons.filter((reason) => reason && reason !== text).join('; ')].filter(Boolean).join(': ');
  const exitCode = status === 502 || status === 503 ? exitCodes.away : exitCodes.refused;
  return new Failure(exitCode, {
    code,
    en: because(
      title,
      errors.map(({ titleEn }) => titleEn),
    ),
    zh: because(
      titleZh,
      errors.map(({ titleZh: zh }) => zh),
    ),
    detail: jsonOf(text),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
