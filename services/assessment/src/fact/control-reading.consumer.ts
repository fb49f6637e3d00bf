import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, taskCompleted } from '@yigongti/events';

/** Readings of follow-ups, all of them: which one was the last depends on the day that is asked for. */
@Injectable()
export class ControlReadings {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof taskCompleted>>[]): Promise<void> {
    const readings = events
      .map(({ data }) => data)
      .filter(({ enrolmentId, controlled }) => enrolmentId !== null && controlled !== null);
    if (readings.length === 0) return;
    await tx.query(
      `insert into control_reading (task_id, enrolment_id, completed_on, sequence, controlled, recorded_at)
       select "taskId", "enrolmentId", "completedOn", sequence, controlled, "recordedAt" from json_to_recordset($1::json)
         as e ("taskId" uuid, "enrolmentId" uuid, "completedOn" date, sequence int, controlled boolean, "recordedAt" timestamptz)
       on conflict (task_id) do nothing`,
      [JSON.stringify(readings)],
    );
  }
}
