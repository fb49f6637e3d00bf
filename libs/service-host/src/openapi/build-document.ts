import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ServiceDefinition } from '../definition.ts';
import { accessByRoute } from '../security/access-table.ts';
import { addExamples, readExamples } from './examples/examples.ts';
import { enrichOperation, type Operation } from './enrich-operation.ts';
import { toJsonSchema31 } from './json-schema-31.ts';
import { lineResultSchema, problemReasonSchema, problemSchema } from './schemas.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document of a service, from its controllers, its access table and the conventions. */
export function buildDocument(app: INestApplication, definition: ServiceDefinition): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`${definition.titleZh} ${definition.titleEn}`)
    .setDescription(`Service \`${definition.name}\` of Yigongti (医共体). Times are RFC 3339 with +08:00, money is integer fen.`)
    .setVersion('1')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: "Access token of the county's issuer (访问令牌)" },
      'bearer',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const rows = accessByRoute(definition.name, definition.access);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation) enrichOperation(operation, rows.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
    }
  }
  const components = (document.components ??= {});
  components.schemas = {
    ...components.schemas,
    Problem: problemSchema as object,
    ProblemReason: problemReasonSchema as object,
    LineResult: lineResultSchema as object,
  };
  toJsonSchema31(document);
  addExamples(document, readExamples(definition.examples));
  return document;
}
