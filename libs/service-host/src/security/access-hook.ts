import type { Caller } from '@yigongti/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stateOf } from '../http/request-state.ts';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem } from '../problems/problem.ts';
import type { AnyAccessRow } from './access-table.ts';
import { IssuerAway, TokenRefused, type TokenVerifier } from './token-verifier.ts';

/**
 * Decides before the body is read, for every route of the server, whoever registered it: no row, no entry.
 * Unknown paths pass, so that they are answered with 404.
 */
export function accessHook(rows: ReadonlyMap<string, AnyAccessRow>, verifier: TokenVerifier) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    if (request.is404) return;
    const row = rows.get(`${request.method} ${request.routeOptions.url}`);
    if (row && 'public' in row) return;
    const caller = await authenticate(request.headers.authorization, verifier);
    stateOf(request).caller = caller;
    if (!row) throw new Problem(hostProblems.denied);
    if (!caller.scopes.includes(row.scope)) {
      throw new Problem(hostProblems.scopeMissing, {
        headers: { 'www-authenticate': challenge('insufficient_scope', row.scope) },
      });
    }
    if (!row.roles.includes(caller.role)) throw new Problem(hostProblems.roleDenied);
  };
}

async function authenticate(header: string | undefined, verifier: TokenVerifier): Promise<Caller> {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new Problem(hostProblems.tokenMissing, { headers: { 'www-authenticate': 'Bearer' } });
  try {
    return await verifier.callerOf(token);
  } catch (error) {
    if (error instanceof IssuerAway) throw new Problem(hostProblems.issuerAway, { headers: { 'retry-after': '5' } });
    if (!(error instanceof TokenRefused)) throw error;
    const definition = error.message === 'expired' ? hostProblems.tokenExpired : hostProblems.tokenInvalid;
    throw new Problem(definition, { headers: { 'www-authenticate': challenge('invalid_token') } });
  }
}

/** RFC 6750 section 3. */
function challenge(error: string, scope?: string): string {
  return `Bearer error="${error}"${scope === undefined ? '' : `, scope="${scope}"`}`;
}
