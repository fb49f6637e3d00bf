import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { Tx } from '@yigongti/database';
import type { Contract } from './domain/contract.ts';

export abstract class ContractRepository {
  /** The contract, locked for the rest of the transaction; null when there is none. */
  abstract find(tx: Tx, contractId: Uuid): Promise<Contract | null>;

  /** The contract as it is, without a lock. */
  abstract read(tx: Tx, contractId: Uuid): Promise<Contract | null>;

  /** In order of their ids. */
  abstract readAll(tx: Tx, contractIds: readonly Uuid[]): Promise<Contract[]>;

  /** Contracts of the resident that nobody has ended and whose last day is not before `on`, locked. */
  abstract findOpenOf(tx: Tx, residentId: Uuid, on: BusinessDate): Promise<Contract[]>;

  /** Persons under contract with a GP on a day; holds the panel for the rest of the transaction, so that parallel signings queue. */
  abstract panelPersons(tx: Tx, leaderPractitionerCode: string, on: BusinessDate): Promise<number>;

  /**
   * @throws Refused `already-signed` when the resident has a contract in force in that period
   */
  abstract insert(tx: Tx, contract: Contract, event: OutgoingEvent): Promise<void>;

  /** @throws StaleVersion when the row is not at the loaded version any more */
  abstract update(tx: Tx, loaded: Contract, changed: Contract, event: OutgoingEvent): Promise<void>;
}
