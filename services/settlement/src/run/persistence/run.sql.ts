/** Parameters $1 to $3: consortium, insurance, month. Lists and reversals that are booked there. */
const bookingsInScope = `select b.claim_id, b.kind, b.institution_code, b.points from booking b
where b.consortium_code = $1 and b.insurance_type = $2 and b.month = $3 and b.points <> 0`;

export const bookingsDigestSql = `select encode(sha256(convert_to(coalesce(
  string_agg(claim_id || ' ' || kind || ' ' || trim_scale(points), E'\\n' order by claim_id, kind), ''), 'UTF8')), 'hex') as digest
from (${bookingsInScope}) counted`;

/**
 * The month clearing as one statement; the rule that it computes is `shareOut` in the domain, and a spec holds the two together.
 * Whole parts and remainders keep the common denominator, so that nothing is rounded before the coefficient.
 * Points below zero (more was taken back than came) take no share: the clearing of the year settles them.
 * $4 run, $5 fund, $6 frozen result. Numeric `round` is half away from zero, which is half up for what is not negative.
 */
export const allocateSql = `
with counted as (
  insert into run_booking (claim_id, kind, run_id, institution_code, points)
  select claim_id, kind, $4::uuid, institution_code, points from (${bookingsInScope}) in_scope
  returning institution_code, points
), member as (
  select institution_code, count(*)::int as claim_count, sum(points) as booked_points, greatest(sum(points), 0) as points
  from counted group by institution_code
), pool as (
  select sum(points) as points from member
), whole as (
  select m.*, div($5::numeric * m.points, pool.points) as whole_fen, mod($5::numeric * m.points, pool.points) as remainder
  from member m join pool on pool.points > 0
), shared as (
  select w.*, whole_fen + case when row_number() over (order by remainder desc, institution_code collate "C")
    <= $5::numeric - sum(whole_fen) over () then 1 else 0 end as share_fen
  from whole w
), assessed as (
  select s.*, f.score, coalesce(f.coefficient, 1) as coefficient,
    least(share_fen, round(share_fen * coalesce(f.coefficient, 1))) as fen
  from shared s left join frozen_score f on f.result_id = $6::uuid and f.institution_code = s.institution_code
)
insert into run_statement (run_id, institution_code, claim_count, booked_points, points, share_fen, score, coefficient, fen, withheld_fen)
select $4::uuid, institution_code, claim_count, booked_points, points, share_fen, score, coefficient, fen, share_fen - fen from assessed`;

export const statementsSql = `select institution_code as "institutionCode", claim_count as "claimCount",
  trim_scale(booked_points)::text as "bookedPoints", trim_scale(points)::text as points, share_fen as "shareFen", score::text as score, coefficient::text as coefficient,
  fen, withheld_fen as "withheldFen"
from run_statement where run_id = $1 order by institution_code collate "C"`;

/** $1 run, $2 institution, $3 and $4 the last booking shown, $5 limit. */
export const countedSql = `select k.claim_id as "claimId", k.kind, b.cause, b.list_no as "listNo", b.list_version as "listVersion",
  b.care_month as "careMonth", trim_scale(k.points)::text as points, b.total_fen as "totalFen", b.fund_paid_fen as "fundPaidFen"
from run_booking k join booking b using (claim_id, kind)
where k.run_id = $1 and k.institution_code = $2 and ($3::uuid is null or (k.claim_id, k.kind) > ($3, $4))
order by k.claim_id, k.kind limit $5`;
