import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, referralArrived, taskCompleted } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** A completed follow-up proves service under the contract in force on that day (履约). */
@Injectable()
export class FollowUpService {
  async on(tx: Tx, { data, eventId }: IncomingEvent<DataOf<typeof taskCompleted>>): Promise<void> {
    await recordService(tx, {
      residentId: data.residentId,
      sourceEventId: eventId,
      kind: 'FOLLOW_UP',
      happenedOn: data.completedOn,
    });
  }
}

/** A referral that arrived proves the help that the team promised (转诊协助). */
@Injectable()
export class ReferralService {
  async on(tx: Tx, { data, eventId }: IncomingEvent<DataOf<typeof referralArrived>>): Promise<void> {
    await recordService(tx, {
      residentId: data.residentId,
      sourceEventId: eventId,
      kind: 'REFERRAL',
      happenedOn: data.arrivedOn,
    });
  }
}

interface ProvenService {
  readonly residentId: Uuid;
  readonly sourceEventId: Uuid;
  readonly kind: 'FOLLOW_UP' | 'REFERRAL';
  readonly happenedOn: BusinessDate;
}

/** Written where a contract was in force; a resident without one is served all the same. */
async function recordService(tx: Tx, service: ProvenService): Promise<void> {
  await tx.query(
    `insert into contract_service (contract_id, source_event_id, kind, happened_on)
     select contract_id, $2, $3, $4 from contract where resident_id = $1 and in_force @> $4::date
     on conflict do nothing`,
    [service.residentId, service.sourceEventId, service.kind, service.happenedOn],
  );
}
