/** One thing wrong with a county's files: where (JSON Pointer into the profile, or a file's name) and what. */
export interface Fault {
  readonly at: string;
  readonly message: string;
}

/** A profile that must not be used; every fault is in the message, so that one run is enough to mend the file. */
export class FaultyProfile extends Error {
  readonly faults: readonly Fault[];

  constructor(path: string, faults: readonly Fault[]) {
    super(`${path} has ${faults.length} fault(s):\n${faults.map(({ at, message }) => `  ${at}: ${message}`).join('\n')}`);
    this.name = 'FaultyProfile';
    this.faults = faults;
  }
}
