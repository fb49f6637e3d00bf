import { Injectable } from '@nestjs/common';
import { insertStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { InsuranceType } from '../domain/policy-terms.ts';
import type { Policy } from '../domain/policy.ts';
import { PolicyRepository, type PolicyFilter, type PolicyPeriod } from '../policy.repository.ts';
import { toPolicy, toRow } from './policy.mapper.ts';
import { policyRow } from './policy.row.ts';

@Injectable()
export class TypeormPolicyRepository extends PolicyRepository {
  override async find(tx: Tx, policyId: Uuid): Promise<Policy | null> {
    const row = await tx.findOne(policyRow, { where: { policyId } });
    return row ? toPolicy(row) : null;
  }

  override async list(tx: Tx, { insuranceType, year, inForceOn, after, limit }: PolicyFilter): Promise<Policy[]> {
    const rows = await tx.find(policyRow, {
      where: {
        ...(insuranceType && { insuranceType }),
        ...(year && { year }),
        ...(inForceOn && { effectiveFrom: LessThanOrEqual(inForceOn), effectiveTo: MoreThanOrEqual(inForceOn) }),
        ...(after && { policyId: MoreThan(after) }),
      },
      order: { policyId: 'ASC' },
      take: limit + 1,
    });
    return rows.map(toPolicy);
  }

  override async inForce(tx: Tx, from: BusinessDate, to: BusinessDate): Promise<Policy[]> {
    const rows = await tx.find(policyRow, {
      where: { effectiveFrom: LessThanOrEqual(to), effectiveTo: MoreThanOrEqual(from) },
      order: { policyCode: 'ASC', policyVersion: 'DESC' },
    });
    return rows.map(toPolicy);
  }

  override async newestOf(tx: Tx, policyCode: string, insuranceType: InsuranceType): Promise<Policy | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`policies of ${insuranceType}`]);
    const row = await tx.findOne(policyRow, { where: { policyCode }, order: { policyVersion: 'DESC' } });
    return row ? toPolicy(row) : null;
  }

  override async rivalOf(tx: Tx, period: PolicyPeriod): Promise<{ policyCode: string } | null> {
    const [row] = await tx.query<{ policyCode: string }[]>(
      `select policy_code as "policyCode" from policy
       where insurance_type = $1 and policy_code <> $2 and effective_from <= $4 and effective_to >= $3 order by 1 limit 1`,
      [period.insuranceType, period.policyCode, period.effectiveFrom, period.effectiveTo],
    );
    return row ?? null;
  }

  override async insert(tx: Tx, policy: Policy, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(policyRow, toRow(policy)), [event]);
  }
}
