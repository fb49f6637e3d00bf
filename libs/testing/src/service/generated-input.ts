import { roleCodes } from '@yigongti/kernel';
import fc from 'fast-check';
import {
  requestOf,
  type Described,
  type GeneratedRequest,
  type KnownIds,
  type OpenApiDocument,
  type Operation,
} from './generated-request.ts';
import type { TestService } from './start-test-service.ts';
import type { TestAnswer, TestClient } from './test-client.ts';

export interface GeneratedInputOptions {
  readonly seed: number;
  /** Requests an operation. */
  readonly cases: number;
  /** Institutions that callers stand for. */
  readonly institutionCodes: readonly string[];
}

export interface GeneratedInputReport {
  readonly operations: number;
  /** How many answers had which status: a run that only ever met 400 has tried nothing. */
  readonly statuses: Readonly<Record<number, number>>;
}

type Method = 'GET' | 'POST';

/**
 * Sends generated requests to every operation of the service's own document. Throws with the seed and the smallest request when an answer is
 * a fault of ours (5xx), has a status or a problem code that the document does not name, or is no JSON.
 */
export async function withstandsGeneratedInput(
  service: TestService,
  options: GeneratedInputOptions,
): Promise<GeneratedInputReport> {
  const document = (
    await service.anyone().get<OpenApiDocument & Record<string, unknown>>(`/${service.definition.name}/openapi.json`)
  ).body;
  const statuses: Record<number, number> = {};
  const known = await knownIds(service, document, options);
  let operations = 0;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations += 1;
      await withstands(service, { path, method: method.toUpperCase() as Method, operation, document, statuses, known }, options);
    }
  }
  return { operations, statuses };
}

interface Target extends Described {
  readonly method: Method;
  readonly statuses: Record<number, number>;
  readonly known: KnownIds;
}

/** What the lists of the service show to any of the callers: every string field by its name. */
async function knownIds(
  service: TestService,
  { paths }: OpenApiDocument,
  { institutionCodes }: GeneratedInputOptions,
): Promise<KnownIds> {
  const known = new Map<string, Set<string>>();
  const lists = Object.entries(paths).filter(([path, methods]) => 'get' in methods && !path.includes('{'));
  for (const role of roleCodes) {
    for (const institutionCode of institutionCodes) {
      const client = await service.as(role, institutionCode);
      for (const [path] of lists) {
        const { body } = await client.get<{ items?: readonly Record<string, unknown>[] }>(path);
        for (const [name, value] of (body.items ?? []).flatMap(Object.entries<unknown>)) {
          if (typeof value === 'string') known.set(name, (known.get(name) ?? new Set()).add(value));
        }
      }
    }
  }
  return known;
}

async function withstands(
  service: TestService,
  { path, method, operation, document, statuses, known }: Target,
  options: GeneratedInputOptions,
) {
  const caller = fc.tuple(fc.constantFrom(...roleCodes), fc.constantFrom(...options.institutionCodes));
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  await fc.assert(
    fc.asyncProperty(caller, requestOf({ path, operation, document }, known), async ([role, institutionCode], request) => {
      const client = await service.as(role, institutionCode);
      const answer = await send(client, request, { method, type });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault = faultOf(answer, operation);
      if (fault)
        throw new Error(`${method} ${request.url} as ${role}: ${fault}\n${request.payload ?? ''}\n${answer.text.slice(0, 600)}`);
    }),
    { seed: options.seed, numRuns: options.cases, endOnFailure: false },
  );
}

function send(
  client: TestClient,
  request: GeneratedRequest,
  { method, type }: { readonly method: Method; readonly type: string | undefined },
): Promise<TestAnswer> {
  return client.send(method, request.url, {
    ...(request.payload === undefined ? {} : { payload: request.payload }),
    key: null,
    headers: { ...request.headers, ...(type === undefined ? {} : { 'content-type': type }) },
  });
}

function faultOf({ status, body, headers, text }: TestAnswer, operation: Operation): string | null {
  if (status >= 500) return `answered ${status}`;
  const documented = operation.responses[String(status)];
  if (!documented) return `answered ${status}, which is not documented`;
  if (status < 400) return null;
  if (!headers['content-type']?.startsWith('application/problem+json')) return `answered ${status} without a problem document`;
  const code = String(body.code);
  const codes = JSON.stringify(documented.content?.['application/problem+json'] ?? {});
  return codes.includes(`"${code}"`)
    ? null
    : `answered ${status} with the code ${code}, which is not documented: ${text.slice(0, 300)}`;
}
