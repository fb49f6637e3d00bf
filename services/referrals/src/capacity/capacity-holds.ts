import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { Ids, InvariantViolated, refuse, Refused, type Uuid } from '@yigongti/kernel';
import { eventOf, type Occasion } from './capacity-events.ts';
import { CapacityRepository } from './capacity.repository.ts';
import {
  consume,
  hold,
  release,
  type Capacity,
  type CapacityChange,
  type HoldRequest,
  type HoldState,
} from './domain/capacity.ts';
import { capacityRefusals } from './domain/capacity-refusals.ts';

export interface HoldEnd {
  readonly capacityId: Uuid;
  readonly referralId: Uuid;
  /** The patient arrived, or will not come any more. */
  readonly how: 'consumed' | 'released';
}

/** Beds and slots as referrals use them, inside the transaction of the referral's own step. */
@Injectable()
export class CapacityHolds {
  constructor(
    private readonly capacities: CapacityRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws Refused `exhausted` (conflict), or why this capacity does not fit */
  async hold(tx: Tx, capacityId: Uuid, request: HoldRequest, occasion: Occasion): Promise<void> {
    const capacity = await this.capacities.lock(tx, capacityId);
    if (!capacity) throw new Refused([refuse(capacityRefusals.unknown, { pointer: '/capacityId' })]);
    await this.#save(tx, capacity, hold(capacity, request), { referralId: request.referralId, state: 'HELD', occasion });
  }

  /**
   * Whether it could be held now; nothing is.
   * @throws Refused as `hold`
   */
  async check(tx: Tx, capacityId: Uuid, request: HoldRequest): Promise<void> {
    const [capacity] = await this.capacities.readAll(tx, [capacityId]);
    if (!capacity) throw new Refused([refuse(capacityRefusals.unknown, { pointer: '/capacityId' })]);
    hold(capacity, request);
  }

  async end(tx: Tx, { capacityId, referralId, how }: HoldEnd, occasion: Occasion): Promise<void> {
    const capacity = await this.capacities.lock(tx, capacityId);
    if (!capacity) throw new InvariantViolated('referrals.capacity.vanished', 'a referral holds a capacity that is not there');
    const change = how === 'consumed' ? consume(capacity, referralId) : release(capacity, referralId);
    const state = how === 'consumed' ? 'CONSUMED' : 'RELEASED';
    await this.#save(tx, capacity, change, { referralId, state, occasion });
  }

  async #save(tx: Tx, loaded: Capacity, change: CapacityChange, { referralId, state, occasion }: HoldSaving): Promise<void> {
    await this.capacities.update(tx, loaded, change.capacity, eventOf(change, occasion, this.ids));
    await this.capacities.setHold(tx, referralId, loaded.capacityId, state);
  }
}

interface HoldSaving {
  readonly referralId: Uuid;
  readonly state: HoldState;
  readonly occasion: Occasion;
}
