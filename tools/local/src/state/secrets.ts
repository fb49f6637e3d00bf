import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const secretsSchema = z.strictObject({
  /** Of PostgreSQL's superuser. */
  databasePassword: z.string(),
  /** What the service roles' passwords are derived from where the administrator of a given server has none. */
  roleSecret: z.string(),
  /** Private keys of the issuer (JWK). */
  issuerKeys: z.array(z.record(z.string(), z.unknown())),
  /** `keyId:base64`: what national ids are encrypted with, and what their blind index is keyed with. */
  nationalIdKeys: z.string(),
  nationalIdIndexKeys: z.string(),
  /** Of the Kafka user for analysts. */
  analystPassword: z.string(),
  /** By client id. */
  clients: z.record(z.string(), z.string()),
});
export type Secrets = z.output<typeof secretsSchema>;

/** Secrets of a local stack, made at random the first time it needs them and kept in one file that only its owner may read. */
export async function loadSecrets(file: string, clientIds: readonly string[]): Promise<Secrets> {
  const found = readJsonFile(file);
  const kept = found === undefined ? await freshSecrets() : secretsSchema.parse({ ...laterSecrets(), ...(found as object) });
  const missing = clientIds.filter((id) => !(id in kept.clients));
  if (found !== undefined && missing.length === 0 && 'analystPassword' in (found as object)) return kept;
  const secrets = { ...kept, clients: { ...kept.clients, ...Object.fromEntries(missing.map((id) => [id, random()])) } };
  writeJsonFile(file, secrets);
  return secrets;
}

async function freshSecrets(): Promise<Secrets> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    databasePassword: random(),
    roleSecret: random(),
    issuerKeys: [{ ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' }],
    nationalIdKeys: `k1:${randomBytes(32).toString('base64')}`,
    nationalIdIndexKeys: `k1:${randomBytes(32).toString('base64')}`,
    ...laterSecrets(),
    clients: {},
  };
}

/** Those that files of earlier versions lack. */
function laterSecrets(): Pick<Secrets, 'analystPassword'> {
  return { analystPassword: random() };
}

function random(): string {
  return randomBytes(24).toString('base64url');
}
