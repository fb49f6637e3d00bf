import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { formatInstant, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import type { WalkIn } from '../domain/walk-in.ts';
import { WalkInRepository, type Place } from '../walk-in.repository.ts';
import { walkInRow, type WalkInRow } from './walk-in.row.ts';

@Injectable()
export class TypeormWalkInRepository extends WalkInRepository {
  override async lock(tx: Tx, walkInId: Uuid): Promise<WalkIn | null> {
    const row = await tx.findOne(walkInRow, { where: { walkInId }, lock: { mode: 'pessimistic_write' } });
    return row && toWalkIn(row);
  }

  override async read(tx: Tx, walkInId: Uuid): Promise<WalkIn | null> {
    const row = await tx.findOne(walkInRow, { where: { walkInId } });
    return row && toWalkIn(row);
  }

  override async waits(tx: Tx, { institutionCode, departmentCode, residentId }: Place): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`walk in ${residentId}`]);
    return tx.exists(walkInRow, { where: { institutionCode, departmentCode, residentId, status: 'WAITING' } });
  }

  override async insert(tx: Tx, walkIn: WalkIn, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(walkInRow, walkIn), [event]);
  }

  override async update(tx: Tx, loaded: WalkIn, changed: WalkIn, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(walkInRow, changed, loaded.version), [event]);
  }
}

function toWalkIn(row: WalkInRow): WalkIn {
  const registeredAt = typeof row.registeredAt === 'string' ? row.registeredAt : formatInstant(row.registeredAt);
  // The codes were checked at the door before they were stored.
  return { ...row, registeredAt } as WalkIn;
}
