import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem } from '../problems/problem.ts';

/** Tells a wrong method (405) from a wrong path (404), and refuses paths with NUL, which PostgreSQL cannot store. */
export function routeHook(rows: ReadonlyMap<string, unknown>) {
  const patterns = [...rows.keys()].map((route) => {
    const [method, path] = route.split(' ', 2) as [string, string];
    return { method, pattern: patternOf(path) };
  });
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    if (/%00/.test(request.url)) throw new Problem(hostProblems.unreadable, { detail: 'a character that cannot be stored' });
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0]!;
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length > 0)
      throw new Problem(hostProblems.methodNotAllowed, { headers: { allow: [...new Set(methods)].join(', ') } });
  };
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, '[^/]+').replace('*', '.*')}$`);
}
