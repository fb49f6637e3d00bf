import { formatInstant, roleCodes, type Role } from '@yigongti/kernel';
import { hashOf, newSecret, rolesAt, scopeOf, type RegisteredClients } from '@yigongti/tool-local';
import { exitCodes, Failure, usageFailure } from '../failure.ts';
import type { ApiClient } from '../target/api-client.ts';
import { institutionSchema } from './registry-shapes.ts';

export interface Registration {
  readonly clientId: string;
  readonly org: string;
  readonly role: string | undefined;
  readonly scope: string | undefined;
  readonly note: string;
}

/** The county's own clients hold codes of institutions and names of offices. */
const idPattern = /^[a-z][a-z0-9-]{2,62}$/;

/**
 * Registers a system that speaks for an institution of the county. Its role is what the institution's kind allows, its scope at most what
 * the role may ask for. The secret is made here and is in nobody's hands but the caller's.
 * @throws Failure
 */
export async function registerClient(
  { clientId, org, role, scope, note }: Registration,
  { clients, api }: { readonly clients: RegisteredClients; readonly api: ApiClient },
) {
  if (!idPattern.test(clientId)) {
    const en = 'a client id is 3 to 63 small letters, digits and hyphens, and begins with a letter';
    throw usageFailure(`${clientId}: ${en}`, '客户端标识须为 3 至 63 位小写字母、数字或连字符，以字母开头');
  }
  const { kind, nameZh } = await api.get(`/registry/v1/institutions/${encodeURIComponent(org)}`, institutionSchema);
  const given = roleFor(rolesAt(kind), role);
  const kept = { clientId, org, role: given, scope: scopeFor(given, scope), note };
  const clientSecret = newSecret();
  const registeredAt = formatInstant(new Date());
  if (!(await clients.add({ ...kept, secretHash: hashOf(clientSecret), registeredAt }))) {
    throw new Failure(exitCodes.refused, { code: 'client.exists', en: `There is a client ${clientId}`, zh: '客户端已存在' });
  }
  return { ...kept, clientSecret, registeredAt, institution: nameZh };
}

function roleFor(open: readonly Role[], wished: string | undefined): Role {
  if (wished === undefined) return open[0]!;
  const known = roleCodes.find((role) => role === wished);
  if (known && open.includes(known)) return known;
  throw usageFailure(`--role may be ${open.join(', ')} there, not ${wished}`, `该机构可用角色：${open.join('、')}`);
}

function scopeFor(role: Role, wished: string | undefined): string {
  const widest = scopeOf(role).split(' ');
  const asked = wished?.split(/[\s,]+/).filter(Boolean) ?? widest;
  const tooMuch = asked.filter((scope) => !widest.includes(scope));
  if (tooMuch.length > 0)
    throw usageFailure(`--scope: ${role} may not have ${tooMuch.join(', ')}`, `角色无权使用：${tooMuch.join('、')}`);
  return [...new Set(asked)].join(' ');
}
