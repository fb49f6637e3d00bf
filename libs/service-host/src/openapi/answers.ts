import { applyDecorators, Header, type Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import type { RefusalDefinition } from '@yigongti/kernel';
import { statusOfRefusal } from '../problems/status-of-refusal.ts';

export interface AnswersOptions {
  readonly zh: string;
  readonly en: string;
  /** What the operation may refuse with beside what every operation may: its problem responses. */
  readonly refusals?: readonly RefusalDefinition[];
}

/** A code with its status, as it is documented. */
export interface DocumentedProblem {
  readonly code: string;
  readonly status: number;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** What `Answers` leaves for the document's builder; taken out again there. */
export interface AnswersExtension {
  readonly schema: object;
  /** JSON unless said. */
  readonly mediaType?: string;
  readonly problems: readonly DocumentedProblem[];
}

export const answersExtension = 'x-answers';

/** Documents an operation: its title in both languages, the DTO it answers with (`[Dto]` for an array), and the codes of its refusals. */
export function Answers(dto: Type<unknown> | [Type<unknown>], { zh, en, refusals = [] }: AnswersOptions): MethodDecorator {
  const [model, isArray] = Array.isArray(dto) ? [dto[0], true] : [dto, false];
  const reference = { $ref: getSchemaPath(model) };
  const extension: AnswersExtension = {
    schema: isArray ? { type: 'array', items: reference } : reference,
    problems: refusals.map(({ code, kind, titleZh, titleEn }) => ({ code, status: statusOfRefusal[kind], titleZh, titleEn })),
  };
  return applyDecorators(
    ApiOperation({ summary: `${zh} · ${en}` }),
    ApiExtraModels(model),
    ApiExtension(answersExtension, extension),
  );
}

/** Documents an operation that answers with a table: a comma-separated text of Chinese headers, as `csvOf` writes it. */
export function AnswersCsv({ zh, en, refusals = [] }: AnswersOptions): MethodDecorator {
  const extension: AnswersExtension = {
    schema: { type: 'string' },
    mediaType: 'text/csv',
    problems: refusals.map(({ code, kind, titleZh, titleEn }) => ({ code, status: statusOfRefusal[kind], titleZh, titleEn })),
  };
  return applyDecorators(
    Header('content-type', 'text/csv; charset=utf-8'),
    ApiOperation({ summary: `${zh} · ${en}` }),
    ApiExtension(answersExtension, extension),
  );
}
