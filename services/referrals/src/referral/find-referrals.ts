import { Injectable } from '@nestjs/common';
import { Transactions, visibleSql } from '@yigongti/database';
import { refuse, Refused, type Caller, type Instant, type Uuid } from '@yigongti/kernel';
import type { Direction, ReferralStatus } from './domain/referral-codes.ts';
import { referralRefusals } from './domain/referral-refusals.ts';
import { ReferralDesk } from './referral-desk.ts';
import { referralView, type ReferralView } from './referral-view.ts';
import { ReferralRepository } from './referral.repository.ts';

export interface ReferralFilter {
  readonly status?: ReferralStatus;
  readonly direction?: Direction;
  readonly fromInstitutionCode?: string;
  readonly toInstitutionCode?: string;
  readonly residentId?: Uuid;
  readonly parentReferralId?: Uuid;
  readonly limit: number;
}

/** Place in the receiver's worklist. */
export interface QueuePlace {
  readonly queueRank: number;
  readonly submittedAt: Instant;
  readonly referralId: Uuid;
}

export interface QueuedReferral {
  readonly view: ReferralView;
  readonly place: QueuePlace;
}

const filtered = (caller: Caller) => `
  (${visibleSql(caller, 'from_institution_code', 1)} or (status <> 'DRAFT' and ${visibleSql(caller, 'to_institution_code', 1)}))
  and ($2::text is null or status = $2) and ($3::text is null or direction = $3)
  and ($4::text is null or from_institution_code = $4) and ($5::text is null or to_institution_code = $5)
  and ($6::uuid is null or resident_id = $6) and ($7::uuid is null or parent_referral_id = $7)`;

@Injectable()
export class FindReferrals {
  constructor(
    private readonly transactions: Transactions,
    private readonly referrals: ReferralRepository,
    private readonly desk: ReferralDesk,
  ) {}

  /** @throws Refused `not-found`, also for a referral that the caller may not see */
  one(referralId: Uuid, caller: Caller): Promise<ReferralView> {
    return this.transactions.run(async (tx) => {
      const referral = await this.referrals.read(tx, referralId);
      if (referral && (await this.desk.sees(tx, caller, referral))) return referralView(referral, caller);
      throw new Refused([refuse(referralRefusals.notFound)]);
    });
  }

  /** In order of drafting; one more than `limit` when there is more. */
  list(filter: ReferralFilter, after: Uuid | null, caller: Caller): Promise<ReferralView[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ referral_id: Uuid }[]>(
        `select referral_id from referral where ${filtered(caller)} and ($8::uuid is null or referral_id > $8)
         order by referral_id limit $9`,
        [...parametersOf(filter, caller), after, filter.limit + 1],
      );
      const ids = rows.map((row) => row.referral_id);
      return (await this.referrals.readAll(tx, ids)).map((referral) => referralView(referral, caller));
    });
  }

  /** The worklist of who waits for a receiver: by class, then by submission; one more than `limit` when there is more. */
  queue(filter: ReferralFilter, after: QueuePlace | null, caller: Caller): Promise<QueuedReferral[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query<{ referral_id: Uuid; queue_rank: number; submitted_at: string }[]>(
        // Microseconds as text: a place that is rounded to milliseconds could be shown twice.
        `select referral_id, queue_rank, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as submitted_at
         from referral where status = 'PENDING_RECEIVER' and ${filtered(caller)}
           and ($8::smallint is null or (queue_rank, referral.submitted_at, referral_id) > ($8, $9::timestamptz, $10::uuid))
         order by queue_rank, referral.submitted_at, referral_id limit $11`,
        [
          ...parametersOf(filter, caller),
          after?.queueRank ?? null,
          after?.submittedAt ?? null,
          after?.referralId ?? null,
          filter.limit + 1,
        ],
      );
      const referrals = await this.referrals.readAll(
        tx,
        rows.map((row) => row.referral_id),
      );
      return referrals.map((referral, index) => {
        const { queue_rank: queueRank, submitted_at: submittedAt, referral_id: referralId } = rows[index]!;
        return { view: referralView(referral, caller), place: { queueRank, submittedAt, referralId } };
      });
    });
  }
}

function parametersOf(filter: ReferralFilter, caller: Caller): unknown[] {
  const { status, direction, fromInstitutionCode, toInstitutionCode, residentId, parentReferralId } = filter;
  const values = [status, direction, fromInstitutionCode, toInstitutionCode, residentId, parentReferralId];
  return [caller.institutionCode, ...values.map((value) => value ?? null)];
}
