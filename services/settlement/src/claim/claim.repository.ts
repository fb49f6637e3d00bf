import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Caller, SettlementLevel, Uuid } from '@yigongti/kernel';
import type { Claim, ReceivedList } from './domain/claim.ts';
import type { EarlierStay } from './domain/known-referral.ts';
import type { PatientYear } from './domain/patient-year.ts';
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

/** A claim, and the run that has cleared it. */
export interface StoredClaim {
  readonly claim: Claim;
  readonly clearedByRunId: Uuid | null;
}

/** A set to write: claims with their events, and the years they count in. */
export interface ClaimSet {
  readonly claims: readonly Claim[];
  readonly events: readonly OutgoingEvent[];
  readonly years: readonly PatientYear[];
}

export abstract class ClaimRepository {
  abstract find(tx: Tx, claimId: Uuid): Promise<StoredClaim | null>;

  /** What the caller may see, in order of receipt; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: ClaimFilter, caller: Caller): Promise<StoredClaim[]>;

  /** Settlement levels of those institutions that are known and that the caller bills for: its own and those below it. */
  abstract billingLevels(tx: Tx, codes: readonly string[], caller: Caller): Promise<ReadonlyMap<string, SettlementLevel | null>>;

  /** Years of persons, made where they are missing and held for the rest of the transaction, in a fixed order; by key. */
  abstract holdYears(tx: Tx, lists: readonly SettlementList[]): Promise<Map<string, PatientYear>>;

  /** Lists with the same institution and number that are here, by `listKey`. */
  abstract received(tx: Tx, lists: readonly SettlementList[]): Promise<Map<string, ReceivedList>>;

  abstract staysOf(tx: Tx, residentIds: readonly Uuid[]): Promise<Map<Uuid, EarlierStay[]>>;

  abstract insertAll(tx: Tx, set: ClaimSet): Promise<void>;
}
