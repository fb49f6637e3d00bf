import type { Instant } from '@yigongti/kernel';
import type { LocalClient } from '@yigongti/tool-local';
import type { About, Journal } from './journal.ts';
import type { StepIds } from './step-ids.ts';
import type { Tokens } from './tokens.ts';
import { problemOf, sendUntilAnswered, type Problem, type Received, type Sending } from './transport.ts';

export interface Call {
  /** Names the step within the play, for ever the same: the key of a retry is made of it. */
  readonly step: string;
  readonly path: string;
  readonly body: object;
  /** Version that the decision was made on. */
  readonly ifMatch?: number;
  readonly about: About;
  /** Business time of a request whose body has none. */
  readonly at?: Instant;
}

export interface Upload {
  readonly step: string;
  readonly path: string;
  readonly lines: readonly object[];
  readonly about: About;
}

export type Answer<View> =
  { readonly ok: true; readonly view: View } | { readonly ok: false; readonly status: number; readonly problem: Problem };

export interface LineAnswer {
  readonly line: number;
  readonly status: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly id?: string;
  readonly errors?: readonly { readonly code: string; readonly pointer?: string }[];
}

export interface OfficeContext {
  readonly gateway: string;
  readonly tokens: Tokens;
  readonly ids: StepIds;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

/** The suite did not take what the player sends by the book: the play cannot go on. */
export class NotTaken extends Error {}

/** The system of one institution or office on the public endpoints. */
export class Office {
  constructor(
    readonly client: LocalClient,
    private readonly context: OfficeContext,
  ) {}

  get code(): string {
    return this.client.org;
  }

  /** A refusal is an answer. @throws NoAnswer */
  async command<View>({ step, path, body, ifMatch, about, at = occurredAtOf(body) }: Call): Promise<Answer<View>> {
    const match: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
    const sending = { headers: { 'content-type': 'application/json', ...match }, body: JSON.stringify(body) };
    const received = await this.#post({ step, path, about, at, sending });
    if (received.status < 400) return { ok: true, view: JSON.parse(received.body) as View };
    return { ok: false, status: received.status, problem: problemOf(received.body) ?? { code: `http.${received.status}` } };
  }

  /** A command without which nothing follows. @throws NotTaken with the reasons */
  async must<View>(call: Call): Promise<View> {
    const answer = await this.command<View>(call);
    if (answer.ok) return answer.view;
    throw new NotTaken(`${call.path} (${this.client.clientId}) was refused: ${reasonsOf(answer.problem)}`);
  }

  /** Gives an answer for each line, in order. @throws NotTaken when the upload as a whole is refused */
  async upload({ step, path, lines, about }: Upload): Promise<LineAnswer[]> {
    const sending = {
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      isWhole: (body: string) => linesIn(body).length === lines.length,
    };
    const received = await this.#post({ step, path, about, at: occurredAtOf(lines[0]), sending });
    if (received.status < 400) return linesIn(received.body).map((line) => JSON.parse(line) as LineAnswer);
    throw new NotTaken(`${path} (${this.client.clientId}) was refused: ${reasonsOf(problemOf(received.body))}`);
  }

  /** @throws NotTaken */
  async get<View>(path: string): Promise<View> {
    const received = await this.#authorised({ url: this.context.gateway + path, method: 'GET', headers: {} });
    if (received.status < 400) return JSON.parse(received.body) as View;
    throw new NotTaken(`GET ${path} (${this.client.clientId}) was refused: ${reasonsOf(problemOf(received.body))}`);
  }

  /** All pages of a list. */
  async list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    const sized = `${path}${path.includes('?') ? '&' : '?'}limit=500`;
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Item[]; next: string | null } = await this.get(cursor ? `${sized}&cursor=${cursor}` : sized);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  async #post({ step, path, about, at, sending }: Post): Promise<Received> {
    const { gateway, ids, journal } = this.context;
    const by = this.client.clientId;
    const id = ids.of(`${by} ${step}`);
    const headers = { ...sending.headers, 'idempotency-key': id, 'x-correlation-id': id };
    const received = await this.#authorised({ ...sending, url: gateway + path, method: 'POST', headers });
    journal.record({ correlationId: id, method: 'POST', path, status: received.status, by, at, about });
    return received;
  }

  async #authorised(sending: Sending): Promise<Received> {
    const send = async () => {
      const authorization = `Bearer ${await this.context.tokens.of(this.client)}`;
      return sendUntilAnswered({ ...sending, headers: { ...sending.headers, authorization } }, this.context.signal);
    };
    const received = await send();
    if (received.status !== 401) return received;
    this.context.tokens.forget(this.client);
    return send();
  }
}

interface Post extends Pick<Call, 'step' | 'path' | 'about'> {
  readonly at: Instant | undefined;
  readonly sending: Omit<Sending, 'url' | 'method'>;
}

function occurredAtOf(body: object | undefined): Instant | undefined {
  return (body as { occurredAt?: Instant } | undefined)?.occurredAt;
}

function linesIn(body: string): string[] {
  return body.split('\n').filter(Boolean);
}

function reasonsOf(problem: Problem | undefined): string {
  if (!problem) return 'no reason given';
  const reasons = (problem.errors ?? []).map(({ code, pointer, titleEn }) => [code, pointer, titleEn].filter(Boolean).join(' '));
  return [problem.code, ...reasons].join('; ');
}
