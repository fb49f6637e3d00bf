import { z } from 'zod';
import { roleCodes, type Role } from '@yigongti/kernel';
import { serviceSchemas } from '@yigongti/database';

export const localClientSchema = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(24),
  /** Claim `org`: the code of the institution that the client speaks for. */
  org: z.string().min(1),
  role: z.enum(roleCodes as [Role, ...Role[]]),
  /** Everything the client may ask for, space separated; a request without `scope` gets all of it. */
  scope: z.string(),
});
export type LocalClient = z.output<typeof localClientSchema>;

/**
 * A client that was registered beside those of the county's own institutions. Its secret is shown once, when it is made: what is kept is
 * a hash, which is enough for a secret of 192 random bits.
 */
export const registeredClientSchema = localClientSchema.omit({ clientSecret: true }).extend({
  /** `sha256:<hex>` */
  secretHash: z.string().startsWith('sha256:'),
  /** What it is for, as the operator wrote it. */
  note: z.string(),
  registeredAt: z.iso.datetime({ offset: true }),
});
export type RegisteredClient = z.output<typeof registeredClientSchema>;

/** What the issuer is made of: its private keys (JWK) and its clients. A secret file. */
export const issuerFileSchema = z.strictObject({
  keys: z.array(z.record(z.string(), z.unknown())).min(1),
  clients: z.array(localClientSchema),
});
export type IssuerFile = z.output<typeof issuerFileSchema>;

/** Roles that administer: policies and schemes of the bureaus, master data, dead letters. */
const administrators: readonly Role[] = ['HEALTH_BUREAU', 'INSURANCE_BUREAU', 'REGISTRAR', 'OPERATOR'];
/** An analyst reads. */
const readers: readonly Role[] = ['ANALYST'];

const levels = ['read', 'write', 'admin'];

/** Every scope that there is. */
export const allScopes: readonly string[] = Object.keys(serviceSchemas).flatMap((service) =>
  levels.map((level) => `${service}:${level}`),
);

/** The widest scope that a client of this role gets; which routes it opens is each service's own table. */
export function scopeOf(role: Role): string {
  const count = administrators.includes(role) ? 3 : readers.includes(role) ? 1 : 2;
  const open = levels.slice(0, count);
  return allScopes.filter((scope) => open.includes(scope.split(':')[1]!)).join(' ');
}
