import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { InvariantViolated } from '@yigongti/kernel';
import { NationalIdVault, type Sealed } from '../national-id-vault.ts';

/** Keys by id, the one to write with first. Prepared once: a key handed over as bytes is prepared for each number, at six times the cost. */
export type KeyRing = ReadonlyMap<string, KeyObject>;

/** `id:base64,id:base64`, 32 bytes each; the first one is written with, all of them are read with. */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((entry) => {
    const [id, encoded] = entry.trim().split(':');
    return { id: id ?? '', bytes: Buffer.from(encoded ?? '', 'base64') };
  });
  const faulty = keys.some(({ id, bytes }) => !/^[A-Za-z0-9-]{1,32}$/.test(id) || bytes.length !== 32);
  if (faulty || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    throw new Error('each key is "<id>:<base64 of 32 bytes>", ids differ');
  }
  return new Map(keys.map(({ id, bytes }) => [id, createSecretKey(bytes)]));
}

/** AES-256-GCM with a random 96-bit nonce; HMAC-SHA-256 as blind index. */
export class AesNationalIdVault extends NationalIdVault {
  constructor(
    private readonly sealingKeys: KeyRing,
    private readonly indexKeys: KeyRing,
  ) {
    super();
  }

  override seal(plain: string): Sealed {
    const [keyId, key] = first(this.sealingKeys);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(keyId));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return { keyId, value: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64') };
  }

  override open({ keyId, value }: Sealed): string {
    const key = this.sealingKeys.get(keyId);
    if (!key) throw new InvariantViolated('registry.vault.key-missing', `no sealing key ${keyId}`);
    const bytes = Buffer.from(value, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(keyId));
    decipher.setAuthTag(bytes.subarray(12, 28));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch {
      throw new InvariantViolated('registry.vault.tampered', 'a sealed national id does not open');
    }
  }

  override blindIndex(plain: string): Sealed {
    const [keyId, key] = first(this.indexKeys);
    return { keyId, value: indexOf(key, plain) };
  }

  override blindIndexes(plain: string): readonly Sealed[] {
    return [...this.indexKeys].map(([keyId, key]) => ({ keyId, value: indexOf(key, plain) }));
  }
}

function first(ring: KeyRing): readonly [string, KeyObject] {
  return ring.entries().next().value!;
}

function indexOf(key: KeyObject, plain: string): string {
  return createHmac('sha256', key).update(plain, 'utf8').digest('base64');
}
