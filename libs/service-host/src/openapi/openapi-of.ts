import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { HostModule } from '../boot/host.module.ts';
import type { Infrastructure } from '../boot/infrastructure.ts';
import type { ServiceDefinition } from '../definition.ts';
import { buildDocument } from './build-document.ts';

/**
 * The OpenAPI document of a service without its surroundings: Nest only looks at the classes (preview mode), so nothing of the service is
 * made, nothing is connected to, and no setting is needed.
 */
export async function openApiOf(definition: ServiceDefinition): Promise<OpenAPIObject> {
  const nothing = {} as Infrastructure;
  const app = await NestFactory.create(HostModule.of(definition, nothing), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return buildDocument(app, definition);
}
