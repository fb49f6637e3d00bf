import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { RefusalDefinition } from '@yigongti/kernel';

export interface AnswersOptions {
  readonly zh: string;
  readonly en: string;
  /** What the operation may refuse with, for its problem responses. */
  readonly refusals?: readonly RefusalDefinition[];
}

export const answersKey = 'x-yigongti-answers';

/** Documents an operation: its title in both languages, what it answers, and the codes of its problems. */
export function Answers(dto: Type<unknown> | [Type<unknown>], { zh, en, refusals = [] }: AnswersOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: `${zh} ${en}` }),
    ApiOkResponse({ type: dto }),
    ApiExtension(
      'x-problem-codes',
      refusals.map(({ code, kind }) => ({ code, kind })),
    ),
  );
}
