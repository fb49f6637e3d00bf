import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { stateOf } from '../http/request-state.ts';
import { describeFault } from './describe-fault.ts';
import { instanceOf } from './instance-of.ts';
import type { Problem, ProblemBody } from './problem.ts';
import { problemOf } from './problem-of.ts';

/** The only place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    const state = stateOf(request);
    state.problem = problem;
    if (problem.definition.status === 500)
      this.log.error({ traceId: state.trace.traceId, fault: describeFault(thrown) }, 'fault');
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(problem, request, reply);
  }
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(problem.definition.status)
    .headers(problem.extra.headers ?? {})
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(bodyOf(problem, instanceOf(request), stateOf(request).trace.traceId));
}

function bodyOf(problem: Problem, instance: string, traceId: string): ProblemBody {
  const { code, status, titleEn, titleZh } = problem.definition;
  return {
    type: `urn:yigongti:problem:${code}`,
    title: titleEn,
    titleZh,
    status,
    code,
    ...(problem.extra.detail === undefined ? {} : { detail: problem.extra.detail }),
    instance,
    traceId,
    errors: problem.extra.reasons ?? [{ code, titleZh, titleEn }],
  };
}
