import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { ServiceDefinition } from '../definition.ts';
import { buildDocument } from './build-document.ts';

/** `/<service>/openapi.json`, and the page that shows it at `/<service>/docs`, with assets of our own: a county may have no internet. */
export function addDocuments(app: NestFastifyApplication, definition: ServiceDefinition): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const prefix = `/${definition.name}`;
  let document: OpenAPIObject | undefined;
  server.get(`${prefix}/openapi.json`, () => (document ??= buildDocument(app, definition)));
  server.get(`${prefix}/docs`, (_request, reply) => reply.type('text/html; charset=utf-8').send(page(definition)));
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  void server.register(fastifyStatic, {
    root: assets,
    prefix: `${prefix}/docs/`,
    index: false,
    decorateReply: false,
    allowedPath: (path) => /^\/swagger-ui(-bundle)?\.(css|js)$/.test(path),
  });
}

function page({ name, titleZh, titleEn }: ServiceDefinition): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${titleZh} ${titleEn}</title>
<link rel="stylesheet" href="/${name}/docs/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/${name}/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/${name}/openapi.json', dom_id: '#ui', deepLinking: true });</script></body></html>
`;
}
