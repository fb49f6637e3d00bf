import type { AnyAccessRow } from '../security/access-table.ts';
import { answersExtension, type AnswersExtension, type DocumentedProblem } from './answers.ts';
import { conventionExtension, type ConventionExtension } from './convention-extension.ts';
import { problemsOfTraits } from './operation-problems.ts';
import { describePathParameters, type Parameter } from './path-parameters.ts';

/** An operation of the document as the scanner leaves it. */
export interface Operation {
  responses: Record<string, object>;
  parameters?: Parameter[];
  requestBody?: object;
  security?: Record<string, string[]>[];
  [extension: `x-${string}`]: unknown;
}

const etag = { ETag: { description: 'Version of the record (版本)', schema: { type: 'string' } } };
const replayed = {
  'Idempotency-Replayed': { description: 'true where the answer is the stored one (重放)', schema: { type: 'string' } },
};
const next = { Link: { description: 'rel="next": the following page (下一页)', schema: { type: 'string' } } };

/** Writes what follows from the conventions: the answer at its status, every problem with its codes, who may call. */
export function enrichOperation(operation: Operation, row: AnyAccessRow | undefined): void {
  const answers = operation[answersExtension] as AnswersExtension | undefined;
  const convention = (operation[conventionExtension] as ConventionExtension | undefined) ?? { kind: 'read', ifMatch: false };
  delete operation[answersExtension];
  delete operation[conventionExtension];
  const status = Object.keys(operation.responses)[0] ?? '200';
  const parameters = operation.parameters ?? [];
  describePathParameters(parameters);
  const traits = {
    convention,
    hasPathParameter: parameters.some((parameter) => parameter.in === 'path'),
    asksATime: parameters.some(isTime),
    hasQuery: parameters.some((parameter) => parameter.in === 'query'),
    hasBody: operation.requestBody !== undefined,
  };
  operation.responses = {
    [status]: success(status, convention, answers),
    ...problemResponses([...problemsOfTraits(traits), ...(answers?.problems ?? [])]),
  };
  if (row && 'scope' in row) {
    operation.security = [{ bearer: [row.scope] }];
    operation['x-roles'] = row.roles;
  }
}

function isTime({ in: place, name, schema = {} }: Parameter): boolean {
  return place === 'query' && (name === 'period' || name === 'month' || ('format' in schema && schema.format === 'date'));
}

function success(status: string, { kind }: ConventionExtension, answers: AnswersExtension | undefined): object {
  const headers = { ...(kind === 'command' ? { ...etag, ...replayed } : kind === 'list' ? next : kind === 'read' ? etag : {}) };
  const created = status === '201' ? { Location: { description: 'Where it is (地址)', schema: { type: 'string' } } } : {};
  const type = kind === 'ndjson' ? 'application/x-ndjson' : (answers?.mediaType ?? 'application/json');
  const schema = kind === 'ndjson' ? { $ref: '#/components/schemas/LineResult' } : answers?.schema;
  return {
    description: 'Done (成功)',
    headers: { ...headers, ...created },
    ...(schema ? { content: { [type]: { schema } } } : {}),
  };
}

function problemResponses(problems: readonly DocumentedProblem[]): Record<string, object> {
  const byStatus = new Map<number, Map<string, DocumentedProblem>>();
  for (const problem of problems) {
    byStatus.set(
      problem.status,
      (byStatus.get(problem.status) ?? new Map<string, DocumentedProblem>()).set(problem.code, problem),
    );
  }
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), responseOf([...codes.values()])]),
  );
}

function responseOf(problems: readonly DocumentedProblem[]): object {
  return {
    description: problems.map(({ code, titleZh, titleEn }) => `- \`${code}\` ${titleZh} · ${titleEn}`).join('\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: problems.map(({ code }) => code) } } }],
        },
      },
    },
  };
}
