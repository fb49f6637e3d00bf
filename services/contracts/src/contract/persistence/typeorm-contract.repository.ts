import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { ContractRepository } from '../contract.repository.ts';
import { contractRefusals } from '../domain/contract-refusals.ts';
import type { Contract } from '../domain/contract.ts';
import { toContract, toRow } from './contract.mapper.ts';
import { contractRow } from './contract.row.ts';

@Injectable()
export class TypeormContractRepository extends ContractRepository {
  override async find(tx: Tx, contractId: Uuid): Promise<Contract | null> {
    const row = await tx.findOne(contractRow, { where: { contractId }, lock: { mode: 'pessimistic_write' } });
    return row ? toContract(row) : null;
  }

  override async read(tx: Tx, contractId: Uuid): Promise<Contract | null> {
    const row = await tx.findOne(contractRow, { where: { contractId } });
    return row ? toContract(row) : null;
  }

  override async readAll(tx: Tx, contractIds: readonly Uuid[]): Promise<Contract[]> {
    const rows = await tx.find(contractRow, { where: { contractId: In([...contractIds]) }, order: { contractId: 'ASC' } });
    return rows.map(toContract);
  }

  override async findOpenOf(tx: Tx, residentId: Uuid, on: BusinessDate): Promise<Contract[]> {
    const rows = await tx.find(contractRow, {
      where: { residentId, terminatedOn: IsNull(), endsOn: MoreThanOrEqual(on) },
      order: { contractId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(toContract);
  }

  override async panelPersons(tx: Tx, leaderPractitionerCode: string, on: BusinessDate): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`panel ${leaderPractitionerCode}`]);
    const [row] = await tx.query<[{ persons: number }]>(
      `select count(*)::int as persons from contract where leader_practitioner_code = $1 and in_force @> $2::date`,
      [leaderPractitionerCode, on],
    );
    return row.persons;
  }

  override async insert(tx: Tx, contract: Contract, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(contractRow, toRow(contract)), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_contract_in_force') throw error;
      throw new Refused([refuse(contractRefusals.alreadySigned, { pointer: '/residentId' })]);
    }
  }

  override async update(tx: Tx, loaded: Contract, changed: Contract, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(contractRow, toRow(changed), loaded.version), [event]);
  }
}
