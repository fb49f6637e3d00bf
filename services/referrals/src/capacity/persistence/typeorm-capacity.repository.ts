import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import { CapacityRepository } from '../capacity.repository.ts';
import type { Capacity, CapacityKind, HoldState } from '../domain/capacity.ts';
import { capacityRow, type CapacityRow } from './capacity.row.ts';

@Injectable()
export class TypeormCapacityRepository extends CapacityRepository {
  override async lock(tx: Tx, capacityId: Uuid): Promise<Capacity | null> {
    const row = await tx.findOne(capacityRow, { where: { capacityId }, lock: { mode: 'pessimistic_write' } });
    return row ? toCapacity(row) : null;
  }

  override async readAll(tx: Tx, capacityIds: readonly Uuid[]): Promise<Capacity[]> {
    const rows = await tx.find(capacityRow, { where: { capacityId: In([...capacityIds]) } });
    const byId = new Map(rows.map((row) => [row.capacityId, toCapacity(row)]));
    return capacityIds.flatMap((id) => byId.get(id) ?? []);
  }

  override async insert(tx: Tx, capacity: Capacity, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(capacityRow, capacity), [event]);
  }

  override async update(tx: Tx, loaded: Capacity, changed: Capacity, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(capacityRow, changed, loaded.version), [event]);
  }

  override async setHold(tx: Tx, referralId: Uuid, capacityId: Uuid, state: HoldState): Promise<void> {
    await tx.query(
      `insert into capacity_hold (referral_id, capacity_id, state) values ($1, $2, $3)
       on conflict (referral_id) do update set state = excluded.state`,
      [referralId, capacityId, state],
    );
  }
}

function toCapacity(row: CapacityRow): Capacity {
  return { ...row, kind: row.kind as CapacityKind };
}
