import { applyDecorators, createParamDecorator, type ExecutionContext, Header, HttpCode } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiPropertyOptional, ApiQuery } from '@nestjs/swagger';
import type { AuditDeclaration } from '@yigongti/kernel';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { declare, type RouteAudit } from '../http/decorators.ts';
import { stateOf } from '../http/request-state.ts';
import type { LineOutcome } from './line-import.ts';
import type { Upload } from './upload.ts';

export interface NdjsonOptions {
  /** DTO of one line. */
  readonly line: new () => object;
  /** Lines of one upload at most. */
  readonly linesMax?: number;
  /** Whose records the accepted lines change; called with the outcomes of each chunk, in its transaction. */
  readonly audit?: RouteAudit<readonly LineOutcome[]>;
}

const linesMaxDefault = 500_000;

/** What every upload accepts as its query. */
export class UploadQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'])
  atomic?: 'true' | 'false';
}

/** A route that takes `application/x-ndjson` and answers with a line for each: `return upload.through(this.importer)`. */
export function NdjsonCommand({ line, linesMax = linesMaxDefault, audit }: NdjsonOptions): MethodDecorator {
  const declaration = (audit as AuditDeclaration | undefined) ?? null;
  return applyDecorators(
    declare({ kind: 'ndjson', line, linesMax, audit: declaration }),
    HttpCode(200),
    Header('content-type', 'application/x-ndjson; charset=utf-8'),
    ApiConsumes('application/x-ndjson'),
    ApiProduces('application/x-ndjson'),
    ApiBody({ type: line, description: 'One JSON object of this shape per line (每行一个对象)' }),
    ApiQuery({
      name: 'dryRun',
      required: false,
      enum: ['true', 'false'],
      description: 'true judges every line and writes nothing (试运行)',
    }),
    ApiQuery({
      name: 'atomic',
      required: false,
      enum: ['true', 'false'],
      description: 'true takes all lines or none (全部或全不)',
    }),
  );
}

/** The upload of an `@NdjsonCommand` route, as `Upload<LineDto>`. */
export const UploadParam = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { upload } = stateOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!upload) throw new Error(`${context.getHandler().name}: @UploadParam() needs @NdjsonCommand()`);
  return upload;
});
