/** Parameters $1 to $3: consortium, insurance, year as text. Lists and reversals that are booked in it. */
const bookingsOfYear = `select b.institution_code, b.month, b.points from booking b
where b.consortium_code = $1 and b.insurance_type = $2 and b.month between $3 || '-01' and $3 || '-12' and b.points <> 0`;

/** $4 pool. A month in which nobody has points above zero cannot be cleared, and need not be: the year counts what is booked there. */
export const openMonthsSql = `select distinct month from (
  select month from (${bookingsOfYear}) b group by month, institution_code having sum(points) > 0) with_points
where not exists (select 1 from run r where r.pool_id = $4 and r.month = with_points.month) order by month`;

export const bookedDigestSql = `select encode(sha256(convert_to(coalesce(
  string_agg(institution_code || ' ' || trim_scale(points), E'\\n' order by institution_code collate "C"), ''), 'UTF8')), 'hex') as digest
from (select institution_code, sum(points) as points from (${bookingsOfYear}) b group by institution_code) booked`;

/** What the months paid of what they shared out, half up; exact until the division. $8 decimal places. */
const byMonths = `case when month_share_fen = 0 then 1 else div(2 * paid_fen * (10::numeric ^ $8::int) + month_share_fen,
  2 * month_share_fen) / (10::numeric ^ $8::int) end`;

/**
 * The clearing of a year as one statement; the rule that it computes is \`shareOutYear\`, and a spec holds the two together. An
 * institution that was paid and has no points left stands there too: what it got is recovered.
 * $4 pool, $5 clearing, $6 package, $7 what the coefficients rest on, $8 their decimal places, $9 frozen result of the year or null.
 */
export const allocateYearSql = `
with booked as (
  select institution_code, count(*)::int as booking_count, sum(points) as points from (${bookingsOfYear}) b group by institution_code
), months as (
  select institution_code, sum(share_fen) as month_share_fen, sum(fen) as paid_fen
  from run_statement join run using (run_id) where pool_id = $4 group by institution_code
), member as (
  select institution_code, coalesce(booking_count, 0) as booking_count, coalesce(b.points, 0) as booked_points,
    greatest(coalesce(b.points, 0), 0) as points, coalesce(month_share_fen, 0) as month_share_fen, coalesce(paid_fen, 0) as paid_fen
  from booked b full join months using (institution_code)
), pool as (
  select sum(points) as points from member
), whole as (
  select m.*, div($6::numeric * m.points, pool.points) as whole_fen, mod($6::numeric * m.points, pool.points) as remainder
  from member m join pool on pool.points > 0
), shared as (
  select w.*, whole_fen + case when row_number() over (order by remainder desc, institution_code collate "C")
    <= $6::numeric - sum(whole_fen) over () then 1 else 0 end as share_fen
  from whole w
), judged as (
  select s.*, f.score, case $7::text when 'YEAR_RESULT' then coalesce(f.coefficient, 1) when 'MONTH_RESULTS' then ${byMonths}
    else 1 end as coefficient
  from shared s left join frozen_score f on f.result_id = $9::uuid and f.institution_code = s.institution_code
), due as (
  select j.*, least(share_fen, round(share_fen * coefficient)) as due_fen from judged j
)
insert into year_statement (year_clearing_id, institution_code, booking_count, booked_points, points, share_fen, score, coefficient,
  due_fen, withheld_fen, month_share_fen, paid_fen, month_withheld_fen, clearing_fen)
select $5::uuid, institution_code, booking_count, booked_points, points, share_fen, score, coefficient, due_fen, share_fen - due_fen,
  month_share_fen, paid_fen, month_share_fen - paid_fen, due_fen - paid_fen
from due`;

export const yearStatementsSql = `select institution_code as "institutionCode", booking_count as "bookingCount",
  trim_scale(booked_points)::text as "bookedPoints", trim_scale(points)::text as points, share_fen as "shareFen", score::text as score,
  trim_scale(coefficient)::text as coefficient, due_fen as "dueFen", withheld_fen as "withheldFen",
  month_share_fen as "monthShareFen", paid_fen as "paidFen", month_withheld_fen as "monthWithheldFen", clearing_fen as "clearingFen"
from year_statement where year_clearing_id = $1 order by institution_code collate "C"`;

export const statementMonthsSql = `select r.month, r.run_id as "runId", trim_scale(s.points)::text as points, s.share_fen as "shareFen",
  s.coefficient::text as coefficient, s.fen, s.withheld_fen as "withheldFen"
from run_statement s join run r using (run_id) where r.pool_id = $1 and s.institution_code = $2 order by r.month`;

export const yearContextSql = `select y.year_clearing_id as "yearClearingId", p.consortium_code as "consortiumCode",
  p.insurance_type as "insuranceType", 'policy ' || policy.policy_code || '@' || policy.policy_version as "policyBasis",
  'assessment result ' || f.period || '@' || f.result_version as "resultBasis"
from year_clearing y join pool p using (pool_id) join policy on policy.policy_id = y.policy_id
  left join frozen_result f on f.result_id = y.assessment_result_id`;
