import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { InvariantViolated, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import type { Referral } from '../domain/referral.ts';
import { ReferralRepository, type Due, type LockedReferral, type ReferralName, type Wish } from '../referral.repository.ts';
import { toReferral, toRow } from './referral.mapper.ts';
import { referralRow } from './referral.row.ts';

const isOpen = "status not in ('DRAFT', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'CANCELLED', 'NO_SHOW', 'EXPIRED')";

/** As the partial indexes say it. A way down is not missed by the clock, see the table of transitions. */
const dueBy = {
  ANSWER: "status in ('SUBMITTED', 'UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED') and expires_at",
  ARRIVAL: "status = 'ACCEPTED' and direction <> 'DOWN' and expected_by",
} as const;

@Injectable()
export class TypeormReferralRepository extends ReferralRepository {
  override async read(tx: Tx, referralId: Uuid): Promise<Referral | null> {
    const row = await tx.findOne(referralRow, { where: { referralId } });
    return row ? toReferral(row) : null;
  }

  override async readAll(tx: Tx, referralIds: readonly Uuid[]): Promise<Referral[]> {
    const rows = await tx.find(referralRow, { where: { referralId: In([...referralIds]) } });
    const byId = new Map(rows.map((row) => [row.referralId, toReferral(row)]));
    return referralIds.flatMap((id) => byId.get(id) ?? []);
  }

  override async lock(tx: Tx, referralId: Uuid): Promise<LockedReferral | null> {
    // A parent never changes, so reading it before the locks are taken is safe.
    const known = await tx.findOne(referralRow, { where: { referralId }, select: { referralId: true, parentReferralId: true } });
    if (!known) return null;
    const ids = [referralId, ...(known.parentReferralId ? [known.parentReferralId] : [])];
    const rows = await tx.find(referralRow, {
      where: { referralId: In(ids) },
      order: { referralId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const one = (id: Uuid | null) => rows.find((row) => row.referralId === id);
    const [row, parent] = [one(referralId), one(known.parentReferralId)];
    if (!row || ids.length !== rows.length) {
      throw new InvariantViolated('referrals.referral.row-vanished', 'a referral or its parent vanished');
    }
    return { referral: toReferral(row), parent: parent ? toReferral(parent) : null };
  }

  override async lockDue(tx: Tx, { what, asOf, after, limit }: Due): Promise<{ loaded: LockedReferral[]; last: Uuid | null }> {
    const due = await tx.query<{ referral_id: Uuid; parent_referral_id: Uuid | null }[]>(
      `select referral_id, parent_referral_id from referral
       where ${dueBy[what]} <= $1 and ($2::uuid is null or referral_id > $2) order by referral_id limit $3`,
      [asOf, after, limit],
    );
    const ids = due.flatMap((row) => [row.referral_id, ...(row.parent_referral_id ? [row.parent_referral_id] : [])]);
    const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
    const rows = await tx.find(referralRow, { where: { referralId: In(ids) }, order: { referralId: 'ASC' }, lock });
    const byId = new Map(rows.map((row) => [row.referralId, toReferral(row)]));
    const loaded = due.flatMap(({ referral_id: id, parent_referral_id: parentId }) => {
      const [referral, parent] = [byId.get(id), parentId === null ? null : byId.get(parentId)];
      return referral && parent !== undefined ? [{ referral, parent }] : [];
    });
    return { loaded, last: due.length < limit ? null : due.at(-1)!.referral_id };
  }

  override async findExpected(tx: Tx, residentId: Uuid, toInstitutionCode: string): Promise<ReferralName | null> {
    const where = { residentId, toInstitutionCode, status: 'ACCEPTED' };
    const row = await tx.findOne(referralRow, {
      where,
      select: { referralId: true, referralNo: true },
      order: { referralId: 'ASC' },
    });
    return row && { referralId: row.referralId, referralNo: row.referralNo };
  }

  override async openOf(tx: Tx, residentId: Uuid): Promise<Uuid[]> {
    const rows = await tx.query<{ referral_id: Uuid }[]>(
      `select referral_id from referral where resident_id = $1 and ${isOpen} order by referral_id`,
      [residentId],
    );
    return rows.map((row) => row.referral_id);
  }

  override async findOpenDuplicate(tx: Tx, wish: Wish): Promise<ReferralName | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`submit ${wish.residentId}`]);
    const [row] = await tx.query<{ referral_id: Uuid; referral_no: string }[]>(
      `select referral_id, referral_no from referral
       where resident_id = $1 and to_institution_code = $2
         and ${isOpen}
         and window_start <= $4::date and window_end >= $3::date
       order by referral_id limit 1`,
      [wish.residentId, wish.toInstitutionCode, wish.windowStart, wish.windowEnd],
    );
    return row ? { referralId: row.referral_id, referralNo: row.referral_no } : null;
  }

  override async isSuggestionTaken(tx: Tx, suggestionTaskId: Uuid): Promise<boolean> {
    return tx.exists(referralRow, { where: { suggestionTaskId } });
  }

  override async nextNumber(tx: Tx, institutionCode: string, on: BusinessDate): Promise<string> {
    const [row] = await tx.query<[{ last: number }]>(
      `insert into referral_number as counter (institution_code, on_date, last) values ($1, $2, 1)
       on conflict (institution_code, on_date) do update set last = counter.last + 1 returning last`,
      [institutionCode, on],
    );
    return `${institutionCode}-${on.replaceAll('-', '')}-${String(row.last).padStart(4, '0')}`;
  }

  override async insert(tx: Tx, referral: Referral, events: readonly OutgoingEvent[]): Promise<void> {
    await saveWithEvents(tx, insertStatement(referralRow, toRow(referral)), events);
  }

  override async update(tx: Tx, loaded: Referral, changed: Referral, events: readonly OutgoingEvent[]): Promise<void> {
    await saveWithEvents(tx, updateStatement(referralRow, toRow(changed), loaded.version), events);
  }
}
