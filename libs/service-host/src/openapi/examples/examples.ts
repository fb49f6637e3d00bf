import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { sampleOf, type Schema } from './sample.ts';

/** What a component spec sent to an operation and was answered with, by operation id. A body of NDJSON is shown by one line. */
export type RecordedExamples = Readonly<Record<string, { readonly request?: unknown; readonly answer?: unknown }>>;

interface Media {
  readonly schema?: Schema;
  example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

/** The recorded examples of a service (tools/openapi writes them); none where there is no file. */
export function readExamples(file: URL | undefined): RecordedExamples {
  if (!file) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RecordedExamples;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Gives every body of the document an example: the recorded one, else one made of the examples of its fields. */
export function addExamples(document: OpenAPIObject, recorded: RecordedExamples): void {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const exemplify = (content: Readonly<Record<string, Media>> | undefined, example: unknown) => {
    for (const media of Object.values(content ?? {})) {
      if (example === undefined && !media.schema) continue;
      media.example = example ?? sampleOf(media.schema!, schemas);
    }
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Readonly<Record<string, Operation>>)) {
      const { request, answer } = recorded[operation.operationId] ?? {};
      exemplify(operation.requestBody?.content, request);
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status.startsWith('2')) exemplify(response.content, answer);
      }
    }
  }
}
