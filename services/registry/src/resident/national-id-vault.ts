/** A secret with the id of the key that made it, so that keys can be rotated. */
export interface Sealed {
  readonly keyId: string;
  /** Base64. */
  readonly value: string;
}

/**
 * Port: the only code that touches the plain number after the door. AES-256-GCM today; an SM4 provider fits the same port.
 * The blind index is a keyed hash: it finds a number without being able to tell it.
 */
export abstract class NationalIdVault {
  abstract seal(plain: string): Sealed;
  /** @throws InvariantViolated when the key is gone or the text was tampered with */
  abstract open(sealed: Sealed): string;
  /** Index by the key that is written now. */
  abstract blindIndex(plain: string): Sealed;
  /** Index by every key still known: a look-up must find what an older key has written. */
  abstract blindIndexes(plain: string): readonly Sealed[];
}
