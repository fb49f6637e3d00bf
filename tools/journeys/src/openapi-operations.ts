/** As much of JSON Schema 2020-12 as the suite's OpenAPI documents use. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface MediaTypes {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: MediaTypes;
  readonly responses: Readonly<Record<string, MediaTypes>>;
}

/** One operation of a document, with what it says it may answer. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly mediaType: string; readonly schema: Schema } | null;
  /** Codes of the problems of each status; empty for an answer that is none. */
  readonly answers: ReadonlyMap<number, readonly string[]>;
  readonly resolve: (schema: Schema) => Schema;
}

export function operationsOf(document: OpenApiDocument): Operation[] {
  const resolve = (schema: Schema) => resolved(schema, document);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters,
      body: bodyOf(requestBody),
      answers: new Map(Object.entries(responses).map(([status, answer]) => [Number(status), codesOf(answer, resolve)])),
      resolve,
    })),
  );
}

/** A schema without its reference; what several parts say together is one. */
function resolved(schema: Schema, document: OpenApiDocument): Schema {
  if (schema.$ref !== undefined) {
    const target = document.components?.schemas?.[schema.$ref.split('/').at(-1)!];
    if (!target) throw new Error(`${schema.$ref} is not in the document`);
    return resolved(target, document);
  }
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolved(part, document));
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}), schema.properties) as Schema['properties'];
  return {
    ...Object.assign({}, ...parts),
    ...schema,
    properties,
    required: parts.flatMap((part) => part.required ?? []),
  } as Schema;
}

function bodyOf(requestBody: MediaTypes | undefined): Operation['body'] {
  const [mediaType, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  return mediaType ? { mediaType, schema: media?.schema ?? {} } : null;
}

function codesOf({ content = {} }: MediaTypes, resolve: (schema: Schema) => Schema): readonly string[] {
  const problem = content['application/problem+json']?.schema;
  return problem ? ((resolve(problem).properties?.code?.enum ?? []) as string[]) : [];
}
