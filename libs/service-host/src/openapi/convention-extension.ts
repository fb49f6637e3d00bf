import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';

export const conventionExtension = 'x-convention';

/** What the builder of the document must know of a route's convention; taken out again there. */
export interface ConventionExtension {
  readonly kind: 'command' | 'read' | 'list' | 'ndjson';
  readonly ifMatch: boolean;
}

/** Documents what the convention of a route asks for in headers. */
export function documentConvention(kind: ConventionExtension['kind'], ifMatch = false): MethodDecorator {
  const changes = kind === 'command' || kind === 'ndjson';
  return applyDecorators(
    ApiExtension(conventionExtension, { kind, ifMatch } satisfies ConventionExtension),
    ...(changes
      ? [
          ApiHeader({
            name: 'Idempotency-Key',
            required: true,
            description: 'Made by the client; the same key and body give the stored answer (幂等键)',
            schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
          }),
        ]
      : []),
    ...(ifMatch
      ? [
          ApiHeader({
            name: 'If-Match',
            required: true,
            description: 'The version decided on, as its ETag said (版本)',
            schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
          }),
        ]
      : []),
    ApiHeader({
      name: 'X-Correlation-Id',
      required: false,
      description: 'Goes into every event that follows; made here when absent (关联标识)',
      schema: { type: 'string', format: 'uuid' },
    }),
  );
}
