import { Injectable } from '@nestjs/common';
import { insertManyStatement, insertStatement, updateStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { saveManyWithEvents, saveWithEvents } from '@yigongti/messaging';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { ContractRepository, type Panel, type Term } from '../contract.repository.ts';
import { contractRefusals } from '../domain/contract-refusals.ts';
import type { Contract } from '../domain/contract.ts';
import { toContract, toRow } from './contract.mapper.ts';
import { contractRow } from './contract.row.ts';

const inTerm = `from contract where leader_practitioner_code = $1 and in_force && daterange($2, $3, '[]')`;
const personsInTerm = `select count(*)::int as persons ${inTerm}`;
/** Who comes and who goes, in order of days: on one day, those who go leave their places to those who come. */
const personsOnBusiestDay = `with term as (select in_force ${inTerm}), step as (
  select greatest(lower(in_force), $2::date) as day, 1 as change from term union all select upper(in_force), -1 from term)
select coalesce(max(persons), 0)::int as persons
from (select sum(change) over (order by day, change rows unbounded preceding) as persons from step) running`;

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

  override async readOfHousehold(tx: Tx, householdAgreementId: Uuid): Promise<Contract[]> {
    const rows = await tx.find(contractRow, { where: { householdAgreementId }, order: { contractId: 'ASC' } });
    return rows.map(toContract);
  }

  override async signedAmong(tx: Tx, residentIds: readonly Uuid[], { startsOn, endsOn }: Term): Promise<ReadonlySet<Uuid>> {
    const rows = await tx.query<{ resident_id: Uuid }[]>(
      `select resident_id from contract where resident_id = any($1) and in_force && daterange($2, $3, '[]')`,
      [[...residentIds], startsOn, endsOn],
    );
    return new Set(rows.map((row) => row.resident_id));
  }

  override async panelPersons(tx: Tx, { leaderPractitionerCode, startsOn, endsOn, limit }: Panel): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`panel ${leaderPractitionerCode}`]);
    const panel = [leaderPractitionerCode, startsOn, endsOn];
    const [all] = await tx.query<[{ persons: number }]>(personsInTerm, panel);
    if (all.persons < limit) return all.persons;
    const [busiest] = await tx.query<[{ persons: number }]>(personsOnBusiestDay, panel);
    return busiest.persons;
  }

  override async insert(tx: Tx, contract: Contract, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(contractRow, toRow(contract)), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_contract_in_force') throw error;
      throw new Refused([refuse(contractRefusals.alreadySigned, { pointer: '/residentId' })]);
    }
  }

  override async insertAll(tx: Tx, contracts: readonly Contract[], events: readonly OutgoingEvent[]): Promise<void> {
    if (contracts.length > 0) await saveManyWithEvents(tx, insertManyStatement(contractRow, contracts.map(toRow)), events);
  }

  override async update(tx: Tx, loaded: Contract, changed: Contract, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(contractRow, toRow(changed), loaded.version), [event]);
  }
}
