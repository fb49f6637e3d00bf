/** How the program ends, for scripts. */
export const exitCodes = {
  /** Done, or all is well. */
  well: 0,
  /** Something that was looked at is wrong: doctor, status and check say what. */
  wrong: 1,
  /** The command is not written as it must be. */
  usage: 2,
  /** There is no stack, or a part of it does not answer. */
  away: 3,
  /** A service, the issuer or the broker refused. */
  refused: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Told {
  /** Stable, for programs. */
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** What came back, where something did. */
  readonly detail?: unknown;
}

/** The command cannot be done; says why in both languages, and how the program ends. */
export class Failure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly told: Told,
  ) {
    super(`${told.en} / ${told.zh}`);
    this.name = 'Failure';
  }
}

export const usageFailure = (en: string, zh: string) => new Failure(exitCodes.usage, { code: 'cli.usage', en, zh });
export const awayFailure = (en: string, zh: string) => new Failure(exitCodes.away, { code: 'cli.away', en, zh });
