import fc from 'fast-check';

/** A schema of an OpenAPI document, as far as requests are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>>;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One operation where it stands in its document. */
export interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly document: OpenApiDocument;
}

export interface GeneratedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

/** What nobody asked for: wrong types, edges of numbers, texts that have hurt others before. */
const garbage = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    1e308,
    '',
    ' ',
    '\u0000',
    '0',
    '2026-02-30',
    '9999-12-31T23:59:59+08:00',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [null],
    { constructor: {} },
    '😀'.repeat(200),
    "'; drop table outbox; --",
    '../..',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Mostly what the field is for, at times anything. */
function valueOf(schema: Schema, document: OpenApiDocument): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fitting(schema, document) }, { weight: 1, arbitrary: garbage });
}

function fitting(schema: Schema, document: OpenApiDocument): fc.Arbitrary<unknown> {
  const resolved = resolve(schema, document);
  if (resolved.enum) return fc.constantFrom(...resolved.enum);
  if (resolved.properties) return objectOf(resolved, document);
  if (resolved.items) return fc.array(valueOf(resolved.items, document), { maxLength: 3 });
  if (resolved.example !== undefined) return fc.constant(resolved.example);
  if (resolved.format === 'uuid') return fc.uuid({ version: 7 });
  if (resolved.format === 'date') return fc.constantFrom('2026-05-31', '2026-06-01', '2027-01-01');
  if (resolved.format === 'date-time') return fc.constantFrom('2026-06-01T08:00:00+08:00', '2026-06-01T00:00:00Z');
  if (resolved.type === 'integer' || resolved.type === 'number') return fc.integer({ min: 0, max: 1_000 });
  if (resolved.type === 'boolean') return fc.boolean();
  return fc.constantFrom('H1', 'T1', 'V1', 'I10.x00', '2026-06', '1.5');
}

function objectOf(schema: Schema, document: OpenApiDocument): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, valueOf(field, document)] as const);
  const whole = fc.record(Object.fromEntries(fields));
  return fc
    .tuple(whole, fc.subarray(Object.keys(schema.properties ?? {}), { maxLength: 1 }), fc.boolean(), fc.nat(12))
    .map(([value, [missing], leaveOut, spare]) => {
      const kept = Object.entries(value).filter(([name]) => !(leaveOut && name === missing));
      return Object.fromEntries(spare === 0 ? [...kept, ['spare', 1]] : kept);
    });
}

function resolve(schema: Schema, document: OpenApiDocument): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

/** Values of identifiers that the service has answered with, by the name of their field. */
export type KnownIds = ReadonlyMap<string, ReadonlySet<string>>;

/** A request for an operation: path, query, headers and body, each mostly right; segments are mostly ones that exist. */
export function requestOf(
  { path, operation, document }: Pick<Described, 'path' | 'operation' | 'document'>,
  known: KnownIds,
): fc.Arbitrary<GeneratedRequest> {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    fc.tuple(parameterOf(parameter, document, known), fc.nat(9)).map(([value, chance]) => {
      const left = parameter.in === 'query' ? chance < 6 : chance === 0;
      return { parameter, text: left && parameter.in !== 'path' ? null : textOf(value) };
    }),
  );
  return fc.tuple(fc.tuple(...parameters), payloadOf(operation, document)).map(([given, body]) => {
    const query = given.filter(({ parameter, text }) => parameter.in === 'query' && text !== null);
    const search = query.map(({ parameter, text }) => `${parameter.name}=${encodeURIComponent(wellFormed(text!))}`).join('&');
    return {
      url:
        given.reduce((url, { parameter, text }) => url.replace(`{${parameter.name}}`, segmentOf(text)), path) +
        (search && `?${search}`),
      headers: Object.fromEntries(
        given
          .filter(({ parameter, text }) => parameter.in === 'header' && text !== null)
          .map(({ parameter, text }) => [parameter.name, headerOf(text!)]),
      ),
      payload: body,
    };
  });
}

function parameterOf({ in: place, name, schema }: Parameter, document: OpenApiDocument, known: KnownIds): fc.Arbitrary<unknown> {
  const existing = place === 'path' ? [...(known.get(name) ?? [])] : [];
  const any = valueOf(schema, document);
  return existing.length === 0
    ? any
    : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary: any });
}

function payloadOf(operation: Operation, document: OpenApiDocument): fc.Arbitrary<string | undefined> {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type || !media) return fc.constant(undefined);
  const line = fc
    .oneof({ weight: 9, arbitrary: fitting(media.schema, document) }, { weight: 1, arbitrary: garbage })
    .map((value) => JSON.stringify(value));
  const broken = fc.constantFrom('{', '{"a":1,"a":2}', '[[[[[[[[', 'nil');
  const one = fc.oneof({ weight: 19, arbitrary: line }, { weight: 1, arbitrary: broken });
  return type === 'application/x-ndjson' ? fc.array(one, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')) : one;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A lone surrogate cannot stand in a URL. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** An empty or dotted segment would be another route. */
function segmentOf(text: string | null): string {
  const segment = encodeURIComponent(wellFormed(text ?? ''));
  return segment === '' || /^\.+$/.test(segment) ? 'x' : segment;
}

/** Node itself refuses to send control characters in a header. */
function headerOf(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
