import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, referralAccepted, referralFollowUpRequested } from '@yigongti/events';
import { businessDateOf, Clock, formatInstant } from '@yigongti/kernel';
import { causeOf } from '@yigongti/messaging';
import { PlanReferralFollowUp } from './plan-referral-follow-up.ts';

type Accepted = DataOf<typeof referralAccepted>;
type Requested = DataOf<typeof referralFollowUpRequested>;

/** A patient who comes down with a plan is followed up by the unit that accepted him. */
@Injectable()
export class FollowUpOfDownReferral {
  constructor(
    private readonly planning: PlanReferralFollowUp,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<Accepted>): Promise<void> {
    const { direction, followUpPlan, toInstitutionCode } = event.data;
    if (direction !== 'DOWN' || !followUpPlan || !toInstitutionCode) return;
    await this.planning.plan(tx, orderOf(event.data, toInstitutionCode, followUpPlan), momentOf(event, this.clock));
  }
}

/** Where nobody comes down, the home unit is asked all the same. */
@Injectable()
export class FollowUpOnRequest {
  constructor(
    private readonly planning: PlanReferralFollowUp,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<Requested>): Promise<void> {
    const { homeInstitutionCode, followUpPlan } = event.data;
    await this.planning.plan(tx, orderOf(event.data, homeInstitutionCode, followUpPlan), momentOf(event, this.clock));
  }
}

function orderOf(data: Accepted | Requested, institutionCode: string, plan: Requested['followUpPlan']) {
  const { referralId, residentId, occurredAt } = data;
  const { programme, dueInDays } = plan;
  return { referralId, residentId, institutionCode, programme, orderedOn: businessDateOf(occurredAt), dueInDays };
}

function momentOf(event: IncomingEvent<Accepted | Requested>, clock: Clock) {
  const { occurredAt } = event.data;
  return { ...causeOf(event, formatInstant(clock.now())), causationId: event.eventId, occurredAt };
}
