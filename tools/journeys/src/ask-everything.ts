import fc from 'fast-check';
import { requestOf } from './generated-requests.ts';
import { operationsOf, type OpenApiDocument, type Operation } from './openapi-operations.ts';
import type { Answered, StackClient } from './stack-client.ts';

/** An answer that the document of its service does not foresee. */
export interface Surprise {
  readonly operation: string;
  readonly request: string;
  readonly answer: string;
}

export interface Inquiry {
  readonly surprises: readonly Surprise[];
  readonly requests: number;
  /** Statuses seen, with how often. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Every answer that was a problem. */
  readonly problems: readonly string[];
}

export interface Asked {
  readonly client: StackClient;
  readonly services: readonly string[];
  readonly seed: number;
  readonly casesEach: number;
}

/** Sends generated requests to every operation of every service, as clients that may call it. */
export async function askEverything({ client, services, seed, casesEach }: Asked): Promise<Inquiry> {
  const surprises: Surprise[] = [];
  const problems: string[] = [];
  const statuses = new Map<number, number>();
  for (const service of services) {
    const operations = operationsOf((await client.document(service)) as OpenApiDocument);
    const knownIds = await idsIn(client, operations);
    for (const [index, operation] of operations.entries()) {
      const callers = await callersOf(client, operation);
      const cases = fc.sample(requestOf(operation, knownIds), { seed: seed * 1_000 + index, numRuns: casesEach });
      const asked = cases.map(async (request, at) => {
        const answer = await client.ask(callers[at % callers.length]!, request.url, { ...request, method: operation.method });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 400) problems.push(answer.text);
        if (isForeseen(operation, answer)) return;
        const { status, code, text } = answer;
        surprises.push({
          operation: operation.name,
          request: JSON.stringify(request),
          answer: `${status} ${code} ${text.slice(0, 500)}`,
        });
      });
      await Promise.all(asked);
    }
  }
  return { surprises, problems, statuses, requests: [...statuses.values()].reduce((sum, count) => sum + count, 0) };
}

/** A fault of ours is never foreseen, whatever the document says. */
function isForeseen({ answers }: Operation, { status, code }: Answered): boolean {
  const codes = answers.get(status);
  return status < 500 && codes !== undefined && (status < 400 || codes.includes(String(code)));
}

/** Ids of records that are there, so that some requests meet one. */
async function idsIn(client: StackClient, operations: readonly Operation[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const { path } of operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
    const { text } = await client.ask(client.ofRole('HEALTH_BUREAU'), path);
    for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) if (ids.size < 100) ids.add(id);
  }
  return [...ids].sort();
}

/** Clients whose role opens the route: the others would be told so, and nothing more would be learnt. */
async function callersOf(client: StackClient, { method, path }: Operation): Promise<string[]> {
  const callers: string[] = [];
  for (const clientId of client.clientIds) {
    const { status } = await client.ask(clientId, path.replace(/\{\w+\}/g, '-'), { method });
    if (status !== 403) callers.push(clientId);
  }
  return callers;
}
