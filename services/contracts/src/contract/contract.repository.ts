import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Tx } from '@yigongti/database';
import type { Contract } from './domain/contract.ts';

/** Days from the first to the last, both included. */
export interface Term {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
}

export interface Panel extends Term {
  readonly leaderPractitionerCode: string;
  /** As long as there are fewer, it does not matter on which day they are most. */
  readonly limit: number;
}

export abstract class ContractRepository {
  /** The contract, locked for the rest of the transaction; null when there is none. */
  abstract find(tx: Tx, contractId: Uuid): Promise<Contract | null>;

  /** The contract as it is, without a lock. */
  abstract read(tx: Tx, contractId: Uuid): Promise<Contract | null>;

  /** In order of their ids. */
  abstract readAll(tx: Tx, contractIds: readonly Uuid[]): Promise<Contract[]>;

  /** In order of their ids. */
  abstract readOfHousehold(tx: Tx, householdAgreementId: Uuid): Promise<Contract[]>;

  /** Contracts of the resident that nobody has ended and whose last day is not before `on`, locked. */
  abstract findOpenOf(tx: Tx, residentId: Uuid, on: BusinessDate): Promise<Contract[]>;

  /** Those of the residents who have a contract in force on any day of the term. */
  abstract signedAmong(tx: Tx, residentIds: readonly Uuid[], term: Term): Promise<ReadonlySet<Uuid>>;

  /**
   * Persons under contract with a GP on the busiest day of the term; an upper bound where that is below the limit. Holds the panel for the
   * rest of the transaction, so that parallel signings queue.
   */
  abstract panelPersons(tx: Tx, panel: Panel): Promise<number>;

  /**
   * @throws Refused `already-signed` when the resident has a contract in force in that period
   */
  abstract insert(tx: Tx, contract: Contract, event: OutgoingEvent): Promise<void>;

  /** Many at once, one event each; the constraint's error where somebody has a contract in that period. */
  abstract insertAll(tx: Tx, contracts: readonly Contract[], events: readonly OutgoingEvent[]): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Contract, changed: Contract, event: OutgoingEvent): Promise<void>;
}
