import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Media {
  readonly schema?: object;
  readonly example?: unknown;
}
interface Body {
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}
export interface ExampledDocument {
  readonly paths: object;
  readonly components?: { readonly schemas?: object };
}

/** A body of the document: of which operation, and whether it is what is sent or what is answered. */
export interface DocumentedBody {
  readonly operationId: string;
  readonly part: 'request' | 'answer';
  readonly media: Media;
}

/** Every body that has an example to show: what is sent, and the answer of success. */
export function bodiesOf({ paths }: ExampledDocument): DocumentedBody[] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item as Readonly<Record<string, Operation>>));
  return operations.flatMap(({ operationId, requestBody, responses }) => {
    const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
    const medias = (body: Body | undefined) => Object.values(body?.content ?? {});
    return [
      ...medias(requestBody).map((media) => ({ operationId, part: 'request' as const, media })),
      ...medias(success).map((media) => ({ operationId, part: 'answer' as const, media })),
    ];
  });
}

/** Judges values by the schemas of one document; a field that the schema does not have is a fault as well. */
export class ExampleJudge {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #components: object;

  constructor({ components = {} }: ExampledDocument) {
    addFormats.default(this.#ajv);
    this.#components = closed(components) as object;
  }

  /** What is wrong with the value; nothing when it keeps the schema. */
  faults({ schema }: Media, value: unknown): string[] {
    if (!schema) return [];
    const validate = this.#ajv.compile({ ...(closed(schema) as object), components: this.#components });
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
  }
}

/** The examples of a document that do not keep its schemas, and the bodies without one. */
export function exampleFaults(name: string, document: ExampledDocument): string[] {
  const judge = new ExampleJudge(document);
  return bodiesOf(document).flatMap(({ operationId, part, media }) => {
    const at = `${name} ${operationId} ${part}`;
    if (media.example === undefined) return [`${at}: has no example`];
    return judge.faults(media, media.example).map((fault) => `${at}: ${fault}`);
  });
}

/** Objects whose fields are listed take no others; parts of an `allOf` are left open, since each knows only its own. */
function closed(schema: unknown, isPart = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => closed(item, isPart));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]) => [name, closed(value, name === 'allOf')]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  const isListed = 'properties' in copy && copy.type === 'object' && !('additionalProperties' in copy);
  return isListed && !isPart ? { ...copy, additionalProperties: false } : copy;
}
