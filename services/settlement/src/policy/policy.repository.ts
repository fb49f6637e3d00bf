import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { InsuranceType } from './domain/policy-terms.ts';
import type { Policy } from './domain/policy.ts';

export interface PolicyFilter {
  readonly insuranceType?: InsuranceType;
  readonly year?: number;
  /** Only policies in force on that day. */
  readonly inForceOn?: BusinessDate;
  readonly limit: number;
  /** Id of the last policy shown. */
  readonly after: Uuid | null;
}

/** Days of an insurance, for the question which other policies touch them. */
export interface PolicyPeriod {
  readonly policyCode: string;
  readonly insuranceType: InsuranceType;
  readonly effectiveFrom: BusinessDate;
  readonly effectiveTo: BusinessDate;
}

export abstract class PolicyRepository {
  abstract find(tx: Tx, policyId: Uuid): Promise<Policy | null>;

  /** In order of publication; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: PolicyFilter): Promise<Policy[]>;

  /** The policies that pay for discharges in these days: of each code the versions, newest first. */
  abstract inForce(tx: Tx, from: BusinessDate, to: BusinessDate): Promise<Policy[]>;

  /** Holds the insurance's policies for the rest of the transaction, so that publications queue; gives the newest version of a code. */
  abstract newestOf(tx: Tx, policyCode: string, insuranceType: InsuranceType): Promise<Policy | null>;

  /** Another policy of the same insurance in some of these days. */
  abstract rivalOf(tx: Tx, period: PolicyPeriod): Promise<{ readonly policyCode: string } | null>;

  abstract insert(tx: Tx, policy: Policy, event: OutgoingEvent): Promise<void>;
}
