import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Instant, Uuid } from '@yigongti/kernel';
import type { Referral } from './domain/referral.ts';

export interface Wish {
  readonly residentId: Uuid;
  readonly toInstitutionCode: string;
  readonly windowStart: BusinessDate;
  readonly windowEnd: BusinessDate;
}

export interface LockedReferral {
  readonly referral: Referral;
  readonly parent: Referral | null;
}

/** By which people speak of a referral. */
export interface ReferralName {
  readonly referralId: Uuid;
  readonly referralNo: string;
}

export interface Due {
  /** An answer that is owed, or a patient who is expected. */
  readonly what: 'ANSWER' | 'ARRIVAL';
  readonly asOf: Instant;
  readonly after: Uuid | null;
  readonly limit: number;
}

export abstract class ReferralRepository {
  /** The referral as it is, without a lock. */
  abstract read(tx: Tx, referralId: Uuid): Promise<Referral | null>;

  /** In the order of the ids given. */
  abstract readAll(tx: Tx, referralIds: readonly Uuid[]): Promise<Referral[]>;

  /**
   * The referral and its parent, both locked for the rest of the transaction in the order of their ids: whatever ends a down-referral
   * changes its parent too, and two such ends must not wait for each other.
   */
  abstract lock(tx: Tx, referralId: Uuid): Promise<LockedReferral | null>;

  /**
   * The next referrals, in order of their ids, that the clock ends by `asOf`, locked with their parents. Whoever is at work on one of
   * them goes first: it is left to the next sweep. `last` is where to go on, null at the end.
   */
  abstract lockDue(tx: Tx, due: Due): Promise<{ loaded: LockedReferral[]; last: Uuid | null }>;

  /** The accepted referral by which an institution expects a person; null where none does. */
  abstract findExpected(tx: Tx, residentId: Uuid, institutionCode: string): Promise<ReferralName | null>;

  /** Referrals of a person that have not ended, in order of their ids. */
  abstract openOf(tx: Tx, residentId: Uuid): Promise<Uuid[]>;

  /**
   * An open referral of the person to the same institution in overlapping days. Holds the person's submissions for the rest of the
   * transaction, so that of two at once the second sees the first.
   */
  abstract findOpenDuplicate(tx: Tx, wish: Wish): Promise<ReferralName | null>;

  abstract isSuggestionTaken(tx: Tx, suggestionTaskId: Uuid): Promise<boolean>;

  /** The next number of the sender on a day, `<institution>-<yyyymmdd>-<nnnn>`; the sender's other drafts of that day wait. */
  abstract nextNumber(tx: Tx, institutionCode: string, on: BusinessDate): Promise<string>;

  abstract insert(tx: Tx, referral: Referral, events: readonly OutgoingEvent[]): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Referral, changed: Referral, events: readonly OutgoingEvent[]): Promise<void>;
}
