import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { Ids, type BusinessDate } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import { renewedEvent, signedEvent, terminatedEvent, type EventTimes } from './contract-events.ts';
import { ContractRepository } from './contract.repository.ts';
import {
  endWithResidence,
  signContract,
  terminateContract,
  type Contract,
  type Signing,
  type TerminationReason,
} from './domain/contract.ts';
import { renewedBy } from './domain/renewal.ts';

/** When a change happens, and what made it: the context of a command is one. */
export type Moment = Cause & EventTimes;

/** First day on which a resident is dead, gone or merged away, and why. */
export interface Absence {
  readonly goneOn: BusinessDate | null;
  readonly goneReason: TerminationReason | null;
}

/** A signature of an upload, at the time of its own line. */
export interface NewContract {
  readonly signing: Omit<Signing, 'contractId'> & Absence;
  readonly moment: Moment;
}

/** A contract and the one that renews it. */
export interface Succession {
  readonly contract: Contract;
  readonly successor: Contract;
}

export interface Ending {
  readonly contract: Contract;
  /** First day without it. */
  readonly on: BusinessDate;
  readonly reason: TerminationReason;
}

/** Enters what becomes of contracts, each change with its event (签约台账). */
@Injectable()
export class ContractBook {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly ids: Ids,
  ) {}

  /** Signs, and ends at once what the resident does not live to see the last day of: the news of a death may be older than the contract. */
  async sign(tx: Tx, signing: Omit<Signing, 'contractId'> & Absence, moment: Moment): Promise<Contract> {
    const { goneOn, goneReason, ...facts } = signing;
    const contract = signContract({ ...facts, contractId: this.ids.next() });
    await this.contracts.insert(tx, contract, signedEvent(contract, moment, this.#meta(contract, moment)));
    if (goneOn === null || goneReason === null) return contract;
    return (await this.endWithResidence(tx, { contract, on: goneOn, reason: goneReason }, moment)) ?? contract;
  }

  /** The same for many, in one statement; fails as a whole where somebody has a contract in that period. In order. */
  async signAll(tx: Tx, fresh: readonly NewContract[]): Promise<Contract[]> {
    const signed = fresh.map(({ signing, moment }) => {
      const { goneOn, goneReason, ...facts } = signing;
      const contract = signContract({ ...facts, contractId: this.ids.next() });
      return { contract, goneOn, goneReason, moment, event: signedEvent(contract, moment, this.#meta(contract, moment)) };
    });
    await this.contracts.insertAll(
      tx,
      signed.map(({ contract }) => contract),
      signed.map(({ event }) => event),
    );
    for (const { contract, goneOn: on, goneReason: reason, moment } of signed) {
      if (on !== null && reason !== null) await this.endWithResidence(tx, { contract, on, reason }, moment);
    }
    return signed.map(({ contract }) => contract);
  }

  /** Enters into a contract what follows it. */
  async renew(tx: Tx, { contract, successor }: Succession, moment: Moment): Promise<void> {
    const renewed = renewedBy(contract, successor.contractId);
    const event = renewedEvent({ contract: renewed, renewedFrom: successor.startsOn }, moment, this.#meta(renewed, moment));
    await this.contracts.update(tx, contract, renewed, event);
  }

  /** Ends a contract, and with it the one that was to follow: who leaves does not come back by a renewal. */
  async terminate(tx: Tx, { contract, on, reason }: Ending, moment: Moment): Promise<Contract> {
    const ended = terminateContract(contract, on, reason);
    await this.#end(tx, { contract, ended }, moment);
    const { renewedByContractId } = contract;
    const successor = renewedByContractId === null ? null : await this.contracts.find(tx, renewedByContractId);
    if (successor?.terminatedOn === null) {
      await this.#end(tx, { contract: successor, ended: terminateContract(successor, successor.startsOn, reason) }, moment);
    }
    return ended;
  }

  /** Ends a contract that outlasts its resident; null where it does not. */
  async endWithResidence(tx: Tx, { contract, on, reason }: Ending, moment: Moment): Promise<Contract | null> {
    const ended = endWithResidence(contract, on, reason);
    if (ended) await this.#end(tx, { contract, ended }, moment);
    return ended;
  }

  async #end(tx: Tx, { contract, ended }: { contract: Contract; ended: Contract }, moment: Moment): Promise<void> {
    await this.contracts.update(tx, contract, ended, terminatedEvent(ended, moment, this.#meta(ended, moment)));
  }

  #meta({ version }: Contract, moment: Moment) {
    return eventMeta(moment, this.ids.next(), version);
  }
}
