import fc from 'fast-check';
import type { Operation, Parameter, Schema } from './openapi-operations.ts';

/** A request made by chance out of what its document says, and out of what it does not say. */
export interface GeneratedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Text that has broken parsers, drivers and logs before. */
const wildText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '%',
    "'; drop table contract; --",

    'null',
    '0',
    '-1',
    '1e999',
    '9'.repeat(40),
    '𠮷',
    'é',
  ),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
);
const wild: fc.Arbitrary<unknown> = fc.oneof(
  wildText,
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, [], {}, [[]], { a: [1] }),
  fc.integer(),
  fc.double(),
);

/** What the drawing knows beside the schema. */
export interface Drawing {
  readonly resolve: Operation['resolve'];
  /** Ids of records that are there, so that some requests come further than a look-up. */
  readonly knownIds: readonly string[];
  readonly depth: number;
}

/** A value that the schema allows, most often; its example where it has one. */
export function valueOf(schema: Schema, drawing: Drawing): fc.Arbitrary<unknown> {
  const { resolve } = drawing;
  const own = resolve(schema);
  const example = own.example ?? own.examples?.[0];
  const drawn = drawnOf(own, drawing);
  return example === undefined
    ? drawn
    : fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight: 2, arbitrary: drawn });
}

function drawnOf(own: Schema, drawing: Drawing): fc.Arbitrary<unknown> {
  if (own.enum) return fc.constantFrom(...own.enum);
  const types = typeof own.type === 'string' ? [own.type] : (own.type ?? ['object']);
  return fc.oneof(...types.map((type) => drawnOfType(type, own, drawing)));
}

function drawnOfType(type: string, own: Schema, drawing: Drawing): fc.Arbitrary<unknown> {
  const deeper = { ...drawing, depth: drawing.depth + 1 };
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return fc.integer({ min: own.minimum ?? -5, max: own.maximum ?? 2_000_000_000 });
  if (type === 'string') return textOf(own, drawing);
  if (type === 'array') {
    const item = own.items && drawing.depth < 4 ? valueOf(own.items, deeper) : fc.constant(null);
    return fc.array(item, { minLength: own.minItems ?? 0, maxLength: Math.min(own.maxItems ?? 3, 3) });
  }
  return objectOf(own, deeper);
}

function textOf({ format }: Schema, drawing: Drawing): fc.Arbitrary<string> {
  if (format === 'uuid') return idOf(drawing);
  if (format === 'date')
    return fc.date({ min: new Date('1990-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map(dayOf);
  if (format === 'date-time') return fc.constantFrom('2026-06-10T09:30:00+08:00', '2026-06-10T01:30:00Z', '1990-02-30T00:00:00Z');
  return fc.oneof(fc.constantFrom('A', 'H37072500101', '2026-06', '1.5', 'GENERAL'), wildText);
}

function idOf({ knownIds }: Pick<Drawing, 'knownIds'>): fc.Arbitrary<string> {
  if (knownIds.length === 0) return fc.uuid();
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...knownIds) }, { weight: 1, arbitrary: fc.uuid() });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Most often whole and right; sometimes with a field that is missing, wrong or unknown. */
function objectOf(own: Schema, drawing: Drawing): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(own.properties ?? {});
  const right = fc.record(Object.fromEntries(entries.map(([name, property]) => [name, valueOf(property, drawing)])));
  const spoiled = fc
    .record({
      base: right,
      field: fc.constantFrom(...entries.map(([name]) => name), 'unknownField'),
      value: wild,
      drop: fc.boolean(),
    })
    .map(({ base, field, value, drop }) => {
      const { [field]: _, ...rest } = base;
      return drop ? rest : { ...rest, [field]: value };
    });
  return fc.oneof({ weight: 2, arbitrary: right }, { weight: 3, arbitrary: spoiled });
}

export function requestOf(operation: Operation, knownIds: readonly string[]): fc.Arbitrary<GeneratedRequest> {
  const drawing = { resolve: operation.resolve, knownIds, depth: 0 };
  const { parameters } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .record({
      path: fc.record(
        Object.fromEntries(
          inPath.map(({ name }) => [name, fc.oneof(idOf(drawing), fc.constantFrom('H37072500101', 'DIP'), wildText)]),
        ),
      ),
      query: queryOf(inQuery, drawing),
      headers: headersOf(parameters),
      body: bodyOf(operation, drawing),
    })
    .map(({ path, query, headers, body }) => {
      const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name]) || '-'));
      const mediaType: Record<string, string> =
        operation.body && body !== undefined ? { 'content-type': operation.body.mediaType } : {};
      return { url: `${filled}${query}`, headers: { ...mediaType, ...headers }, body };
    });
}

function queryOf(parameters: readonly Parameter[], drawing: Drawing): fc.Arbitrary<string> {
  const values = parameters.map(({ name, schema = {} }) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 3, arbitrary: valueOf(schema, drawing).map((value) => [name, String(value)]) },
      { weight: 1, arbitrary: wildText.map((value) => [name, value]) },
    ),
  );
  const unknown = fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(['nobody', 'asked']) },
  );
  return fc.tuple(...values, unknown).map((pairs) => {
    const given = pairs.filter((pair) => pair !== null) as [string, string][];
    return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  });
}

/** Headers that the document asks for: right, missing, or wrong. Values are ASCII, since nothing else leaves a client. */
function headersOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const right: Record<string, fc.Arbitrary<string>> = {
    'idempotency-key': fc.uuid(),
    'if-match': fc.constantFrom('"1"', '"2"', '"3"', '"4"'),
    'x-correlation-id': fc.uuid(),
  };
  const wrong = fc.constantFrom('a b', '*', 'W/"1"', '"99999999999"', 'x'.repeat(300));
  const named = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  const values = named.map((name) =>
    fc.oneof(
      { weight: 6, arbitrary: (right[name] ?? fc.constant('1')).map((value) => [name, value]) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: wrong.map((value) => [name, value]) },
    ),
  );
  return fc.tuple(...values).map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)) as Record<string, string>);
}

function bodyOf({ body }: Operation, drawing: Drawing): fc.Arbitrary<string | undefined> {
  if (!body) return fc.constant(undefined);
  const value = valueOf(body.schema, drawing);
  const line = fc.oneof(
    { weight: 5, arbitrary: value.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: fc.constant('{"a":') },
  );
  const whole = body.mediaType.includes('ndjson') ? fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')) : line;
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 1, arbitrary: wild.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}
