import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hostProblems } from '../../problems/host-problems.ts';
import { Problem } from '../../problems/problem.ts';
import { parseStrictJson } from './strict-json.ts';

/** Commands are small; bulk goes as NDJSON, which is streamed. */
export const bodyBytesMax = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** JSON, read strictly, and NDJSON, handed on as the unread stream; every other media type is answered with 415. */
export function useBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: bodyBytesMax }, (request, body, done) => {
    try {
      done(null, readJson(request, body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/x-ndjson', (request, stream, done) => {
    if (!isUtf8(request)) done(new Problem(hostProblems.mediaType));
    else done(null, stream);
  });
}

function readJson(request: FastifyRequest, body: Buffer): unknown {
  if (!isUtf8(request)) throw new Problem(hostProblems.mediaType);
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw new Problem(hostProblems.unreadable, { detail: 'not UTF-8' });
  }
  if (text.trim() === '') return undefined;
  return parseStrictJson(text);
}

function isUtf8(request: FastifyRequest): boolean {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return charset === undefined || charset.toLowerCase() === 'utf-8';
}
