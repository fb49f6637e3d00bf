import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Caller, SettlementLevel, Uuid } from '@yigongti/kernel';
import type { Claim, ReceivedVersion } from './domain/claim.ts';
import type { EarlierStay } from './domain/known-referral.ts';
import type { PatientYear, YearIdentity } from './domain/patient-year.ts';
import type { Reversal, Reversed } from './domain/reversal.ts';
import type { SettlementList } from './domain/settlement-list.ts';

export interface ClaimFilter {
  readonly institutionCode?: string;
  readonly residentId?: Uuid;
  readonly month?: string;
  readonly insuranceType?: string;
  readonly visitKind?: string;
  readonly limit: number;
  /** Id of the last claim shown. */
  readonly after: Uuid | null;
}

/** A claim, whether it still counts, and what has cleared it. */
export interface StoredClaim {
  readonly claim: Claim;
  readonly reversal: Reversal | null;
  readonly clearedByRunId: Uuid | null;
  /** Run that counted its reversal. */
  readonly reversalClearedByRunId: Uuid | null;
  readonly yearClearingId: Uuid | null;
}

/** An institution as it bills. */
export interface Biller {
  /** Null for one without a level to settle by. */
  readonly level: SettlementLevel | null;
  readonly consortiumCode: string | null;
}

/** What is here of some lists, by `listKey`. */
export interface KnownLists {
  readonly versions: Map<string, readonly ReceivedVersion[]>;
  /** Of each list the version that counts, if one does. */
  readonly standing: Map<string, Claim>;
}

/** A set to write: claims, reversals and years, each with its events in order. */
export interface ClaimSet {
  readonly claims: readonly Claim[];
  readonly received: readonly OutgoingEvent[];
  readonly reversals: readonly Reversed[];
  readonly reversed: readonly OutgoingEvent[];
  readonly years: readonly PatientYear[];
}

export abstract class ClaimRepository {
  abstract find(tx: Tx, claimId: Uuid): Promise<StoredClaim | null>;

  /** The same, held for the rest of the transaction. The calendar and the year of its patient are held before it. */
  abstract hold(tx: Tx, claimId: Uuid): Promise<StoredClaim | null>;

  /** What the caller may see, in order of receipt; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: ClaimFilter, caller: Caller): Promise<StoredClaim[]>;

  /** Those institutions that are known and that the caller bills for: its own and those below it. */
  abstract billers(tx: Tx, codes: readonly string[], caller: Caller): Promise<ReadonlyMap<string, Biller>>;

  /** Consortia that lists of these numbers count in: of the institutions today, and of the versions that are here. */
  abstract consortiaOf(tx: Tx, lists: readonly SettlementList[]): Promise<string[]>;

  /** Lists with the same institution and number that are here, held for the rest of the transaction. */
  abstract holdLists(tx: Tx, lists: readonly SettlementList[]): Promise<KnownLists>;

  /** Years of persons, made where they are missing and held for the rest of the transaction, in a fixed order; by key. */
  abstract holdYears(tx: Tx, years: readonly YearIdentity[]): Promise<Map<string, PatientYear>>;

  /** Stays that count. */
  abstract staysOf(tx: Tx, residentIds: readonly Uuid[]): Promise<Map<Uuid, EarlierStay[]>>;

  /** A claim of the set may be among the reversed ones: it is written first. */
  abstract save(tx: Tx, set: ClaimSet): Promise<void>;
}
