import type { BusinessDate, Instant, Uuid } from '@yigongti/kernel';
import { termsOf, type WorkList } from './work-lists.ts';

export interface WorkFilter {
  readonly institutionCode: string;
  readonly list: WorkList;
  readonly departmentCode?: string;
  readonly visitType?: string;
  readonly urgency?: string;
  readonly workClass?: string;
  readonly direction?: string;
  readonly fromInstitutionCode?: string;
  /** Only what was due before. */
  readonly dueBefore?: Instant;
  readonly limit: number;
}

/** Place in a work list: by class, then by the beginning of the wait. */
export interface WorkPlace {
  readonly queueRank: number;
  readonly waitsSince: Instant;
  readonly itemId: Uuid;
}

/** A row of a work list; `waitsSince` with microseconds as text, since a place rounded to milliseconds could be shown twice. */
export interface WorkRow {
  readonly kind: 'REFERRAL' | 'WALK_IN';
  readonly itemId: Uuid;
  readonly queueRank: number;
  readonly waitsSince: string;
  readonly workClass: string;
  readonly residentId: Uuid;
  readonly departmentCode: string | null;
  readonly visitType: string;
  readonly urgency: string;
  readonly status: string;
  readonly version: number;
  readonly dueAt: Date | string | null;
  readonly referralNo: string | null;
  readonly direction: string | null;
  readonly fromInstitutionCode: string | null;
  readonly start: BusinessDate | null;
  readonly end: BusinessDate | null;
}

const since = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const asked = (department: string) =>
  `($2::text is null or ${department} = $2) and ($3::text is null or visit_type = $3) and ($4::text is null or urgency = $4)`;
const place = (rank: string, at: string, id: string) =>
  `($8::smallint is null or (${rank}, ${at}, ${id}) > ($8, $9::timestamptz, $10::uuid)) order by ${rank}, ${at}, ${id} limit $11`;

/** Both kinds in one order, each read from its own partial index and no further than the page. */
export function workListQuery(list: WorkList): string {
  const { status, institution, due, walkIns } = termsOf[list];
  const referrals = `select 'REFERRAL' as kind, referral_id as item_id, queue_rank, submitted_at as waits_since, queue_class as work_class,
      resident_id, to_department_code as department, visit_type, urgency, status, version, ${due} as due_at, referral_no, direction,
      from_institution_code, coalesce((acceptance ->> 'start')::date, window_start) as starts,
      coalesce((acceptance ->> 'end')::date, window_end) as ends
    from referral where ${status} and ${institution} = $1 and ${asked('to_department_code')}
      and ($5::text is null or queue_class = $5) and ($6::text is null or direction = $6)
      and ($7::text is null or from_institution_code = $7) and ($12::timestamptz is null or ${due} < $12)
      and ${place('queue_rank', 'submitted_at', 'referral_id')}`;
  const others = `select 'WALK_IN', walk_in_id, queue_rank, registered_at, work_class, resident_id, department_code, visit_type, urgency,
      status, version, null, null, null, null, null, null
    from walk_in where status = 'WAITING' and institution_code = $1 and ${asked('department_code')}
      and ($5::text is null or work_class = $5) and $6::text is null and $7::text is null and $12::timestamptz is null
      and ${place('queue_rank', 'registered_at', 'walk_in_id')}`;
  const both = walkIns ? `(${referrals}) union all (${others})` : referrals;
  return `select kind, item_id as "itemId", queue_rank as "queueRank", ${since('waits_since')} as "waitsSince", work_class as "workClass",
      resident_id as "residentId", department as "departmentCode", visit_type as "visitType", urgency, status, version,
      due_at as "dueAt", referral_no as "referralNo", direction, from_institution_code as "fromInstitutionCode",
      starts as "start", ends as "end"
    from (${both}) work order by queue_rank, waits_since, item_id limit $11`;
}

export function workListParameters(filter: WorkFilter, after: WorkPlace | null): unknown[] {
  const { institutionCode, departmentCode, visitType, urgency, workClass, direction, fromInstitutionCode, dueBefore } = filter;
  const by = [departmentCode, visitType, urgency, workClass, direction, fromInstitutionCode].map((value) => value ?? null);
  const from = [after?.queueRank ?? null, after?.waitsSince ?? null, after?.itemId ?? null];
  return [institutionCode, ...by, ...from, filter.limit + 1, dueBefore ?? null];
}
