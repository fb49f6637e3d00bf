import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lifecycle } from '../boot/lifecycle.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem } from '../problems/problem.ts';
import { stateOf } from './request-state.ts';

/** First of all hooks: headers of every answer, nobody new while closing, a wrong method told from a wrong path. */
export function doorHook(rows: ReadonlyMap<string, unknown>, lifecycle: Lifecycle) {
  const patterns = [...rows.keys()].map((route) => {
    const [method, path] = route.split(' ', 2) as [string, string];
    return { method, pattern: patternOf(path) };
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    stateOf(request);
    void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
    if (lifecycle.closing) throw new Problem(hostProblems.stopping, { headers: { connection: 'close', 'retry-after': '1' } });
    // PostgreSQL cannot store NUL, and no id or code has it.
    if (/%00/.test(request.url)) throw new Problem(hostProblems.unreadable, { detail: 'a character that cannot be stored' });
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0]!;
    const methods = new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.size > 0) throw new Problem(hostProblems.methodNotAllowed, { headers: { allow: [...methods].join(', ') } });
  };
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, '[^/]+').replace('*', '.*')}$`);
}
