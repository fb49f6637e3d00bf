import { Injectable } from '@nestjs/common';
import { insertManyStatement, insertStatement, updateStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { saveManyWithEvents, saveWithEvents } from '@yigongti/messaging';
import { In, IsNull } from 'typeorm';
import { enrolmentRefusals } from '../domain/enrolment-refusals.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import { EnrolmentRepository } from '../enrolment.repository.ts';
import { enrolmentRow, type EnrolmentRow } from './enrolment.row.ts';

@Injectable()
export class TypeormEnrolmentRepository extends EnrolmentRepository {
  override async read(tx: Tx, enrolmentId: Uuid): Promise<Enrolment | null> {
    const row = await tx.findOne(enrolmentRow, { where: { enrolmentId } });
    return row && toEnrolment(row);
  }

  override async readAll(tx: Tx, enrolmentIds: readonly Uuid[]): Promise<Enrolment[]> {
    const rows = await tx.find(enrolmentRow, { where: { enrolmentId: In([...enrolmentIds]) }, order: { enrolmentId: 'ASC' } });
    return rows.map(toEnrolment);
  }

  override async findOpenOf(tx: Tx, residentId: Uuid): Promise<Enrolment[]> {
    const rows = await tx.find(enrolmentRow, {
      where: { residentId, closedOn: IsNull() },
      order: { enrolmentId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(toEnrolment);
  }

  override async readOpenAmong(tx: Tx, residentIds: readonly Uuid[]): Promise<Enrolment[]> {
    const rows = await tx.find(enrolmentRow, { where: { residentId: In([...residentIds]), closedOn: IsNull() } });
    return rows.map(toEnrolment);
  }

  override async insertAll(tx: Tx, enrolments: readonly Enrolment[], events: readonly OutgoingEvent[]): Promise<void> {
    if (enrolments.length > 0) await saveManyWithEvents(tx, insertManyStatement(enrolmentRow, enrolments), events);
  }

  override async insert(tx: Tx, enrolment: Enrolment, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(enrolmentRow, { ...enrolment }), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_open_enrolment') throw error;
      throw new Refused([refuse(enrolmentRefusals.alreadyEnrolled, { pointer: '/residentId' })]);
    }
  }

  override async update(tx: Tx, loaded: Enrolment, changed: Enrolment, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(enrolmentRow, { ...changed }, loaded.version), [event]);
  }
}

function toEnrolment(row: EnrolmentRow): Enrolment {
  return row as Enrolment;
}
