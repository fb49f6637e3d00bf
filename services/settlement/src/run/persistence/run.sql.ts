/** Parameters $1 to $3: consortium, insurance, month. */
export const claimsInScope = `select c.claim_id, c.institution_code, c.points
from claim c join institution member on member.code = c.institution_code
where member.consortium_code = $1 and c.insurance_type = $2 and c.month = $3 and c.points > 0`;

export const claimsDigestSql = `select encode(sha256(convert_to(
  coalesce(string_agg(claim_id || ' ' || trim_scale(points), E'\\n' order by claim_id), ''), 'UTF8')), 'hex') as digest
from (${claimsInScope}) counted`;

/**
 * The month clearing as one statement; the rule that it computes is `shareOut` in the domain, and a spec holds the two together.
 * Whole parts and remainders keep the common denominator, so that nothing is rounded before the coefficient.
 * $4 run, $5 fund, $6 frozen result. Numeric `round` is half away from zero, which is half up for what is not negative.
 */
export const allocateSql = `
with counted as (
  insert into run_claim (claim_id, run_id, institution_code, points)
  select claim_id, $4::uuid, institution_code, points from (${claimsInScope}) in_scope
  returning institution_code, points
), member as (
  select institution_code, count(*)::int as claim_count, sum(points) as points from counted group by institution_code
), pool as (
  select sum(points) as points from member
), whole as (
  select m.*, div($5::numeric * m.points, pool.points) as whole_fen, mod($5::numeric * m.points, pool.points) as remainder
  from member m, pool
), shared as (
  select w.*, whole_fen + case when row_number() over (order by remainder desc, institution_code collate "C")
    <= $5::numeric - sum(whole_fen) over () then 1 else 0 end as share_fen
  from whole w
), assessed as (
  select s.*, f.score, coalesce(f.coefficient, 1) as coefficient,
    least(share_fen, round(share_fen * coalesce(f.coefficient, 1))) as fen
  from shared s left join frozen_score f on f.result_id = $6::uuid and f.institution_code = s.institution_code
)
insert into run_statement (run_id, institution_code, claim_count, points, share_fen, score, coefficient, fen, withheld_fen)
select $4::uuid, institution_code, claim_count, points, share_fen, score, coefficient, fen, share_fen - fen from assessed`;

export const statementsSql = `select institution_code as "institutionCode", claim_count as "claimCount",
  trim_scale(points)::text as points, share_fen as "shareFen", score::text as score, coefficient::text as coefficient,
  fen, withheld_fen as "withheldFen"
from run_statement where run_id = $1 order by institution_code collate "C"`;
