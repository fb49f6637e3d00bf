/** What kind of answer a refusal deserves; `service-host` maps kinds to HTTP in one table. */
export type RefusalKind =
  | 'shape' // the request itself is malformed
  | 'not-found' // unknown, or another institution's record
  | 'forbidden' // known caller, not allowed
  | 'conflict' // the state does not allow it
  | 'stale' // the caller decided on an older version
  | 'rule' // a rule of the domain says no
  | 'not-projected'; // refers to something this service has not heard of yet: try again later

/** One reason why a command was refused. Carries no personal data: values only where they are codes, dates or numbers. */
export interface Refusal {
  /** Stable: `<service>.<noun>.<reason>`, for example `referrals.referral.already-closed`. */
  readonly code: string;
  readonly kind: RefusalKind;
  readonly titleZh: string;
  readonly titleEn: string;
  /** JSON Pointer into the request body. */
  readonly pointer?: string;
  readonly parameters?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The whole set of reasons at once. Thrown by an aggregate or use case; the transaction rolls back. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}

/** A bug or corrupted data: rolls back, is logged as an error and answered with 500. */
export class InvariantViolated extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'InvariantViolated';
    this.code = code;
  }
}

/** A declared refusal: its words live once, the throw site adds where and with which figures. */
export type RefusalDefinition = Pick<Refusal, 'code' | 'kind' | 'titleZh' | 'titleEn'>;

export type RefusalDetail = Pick<Refusal, 'pointer' | 'parameters'>;

/** `refuse(teamNeedsOneLeader, { pointer: '/members' })` makes one reason. */
export function refuse(definition: RefusalDefinition, detail: RefusalDetail = {}): Refusal {
  return { ...definition, ...detail };
}

/** Throws all reasons at once, if there are any. */
export function throwIfRefused(refusals: readonly (Refusal | null | undefined)[]): void {
  const reasons = refusals.filter((refusal): refusal is Refusal => refusal != null);
  if (reasons.length > 0) throw new Refused(reasons);
}
