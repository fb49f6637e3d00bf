import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AesNationalIdVault, parseKeyRing } from './aes-national-id-vault.ts';

const ring = (...ids: string[]) => parseKeyRing(ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join(','));
const vault = new AesNationalIdVault(ring('k1'), ring('i1'));
const id = '37072519500505123X';

describe('the vault of national ids', () => {
  it('opens what it sealed, and seals the same number differently each time', () => {
    fc.assert(fc.property(fc.string(), (plain) => vault.open(vault.seal(plain)) === plain));
    expect(vault.seal(id).value).not.toBe(vault.seal(id).value);
    expect(JSON.stringify(vault.seal(id))).not.toContain(id);
  });

  it('refuses a changed byte and a foreign key', () => {
    const sealed = vault.seal(id);
    const bytes = Buffer.from(sealed.value, 'base64');
    bytes[30]! ^= 1;
    expect(() => vault.open({ ...sealed, value: bytes.toString('base64') })).toThrow(
      expect.objectContaining({ code: 'registry.vault.tampered' }),
    );
    expect(() => vault.open({ ...sealed, keyId: 'k9' })).toThrow(expect.objectContaining({ code: 'registry.vault.key-missing' }));
  });

  it('finds by index what any known key has written, writes with the newest', () => {
    const rotated = new AesNationalIdVault(ring('k2', 'k1'), ring('i2', 'i1'));
    expect(rotated.open(vault.seal(id))).toBe(id);
    expect(rotated.seal(id).keyId).toBe('k2');
    expect(rotated.blindIndexes(id)).toContainEqual(vault.blindIndex(id));
    expect(rotated.blindIndex(id).keyId).toBe('i2');
  });

  it.each(['', 'k1', 'k1:AAAA', `k 1:${'A'.repeat(44)}`])('refuses the key ring %j', (text) =>
    expect(() => parseKeyRing(text)).toThrow(/base64/),
  );
});
