import { codePattern } from '../http/shape/field-decorators.ts';

export interface Parameter {
  readonly in: string;
  readonly name: string;
  schema?: object;
  description?: string;
  example?: unknown;
}

/**
 * What a segment of a path is, told by its name as the conventions have it: records go by `…Id`, institutions, people and code tables by
 * `…Code`. The pipes on the routes check the same.
 */
const shapes: readonly (readonly [RegExp, Pick<Parameter, 'schema' | 'description' | 'example'>])[] = [
  [
    /(^id|Id)$/,
    {
      schema: { type: 'string', format: 'uuid' },
      description: 'Id of the record (记录标识)',
      example: '019f3c2a-0000-7000-8000-000000000001',
    },
  ],
  [
    /(^code|Code)$/,
    { schema: { type: 'string', pattern: codePattern.source }, description: 'Code (编码)', example: 'H37072510001' },
  ],
  [
    /^key$/,
    {
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      description: 'Idempotency key (幂等键)',
      example: 'his-7-20260601-1',
    },
  ],
];

/** Documents the path's parameters. @throws Error where a name follows no convention */
export function describePathParameters(parameters: readonly Parameter[]): void {
  for (const parameter of parameters.filter((candidate) => candidate.in === 'path')) {
    const [, shape] = shapes.find(([name]) => name.test(parameter.name)) ?? [];
    if (!shape) throw new Error(`path parameter ${parameter.name}: its name must end in Id or Code, or be key`);
    Object.assign(parameter, shape);
  }
}
