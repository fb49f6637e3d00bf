/** Parameters $1, $2: institutions and list numbers, pairwise. */
const namedLists = '(institution_code, list_no) in (select * from unnest($1::text[], $2::text[]))';

export const consortiaSql = `select consortium_code as code from institution where code = any($1) and consortium_code is not null
union select consortium_code from claim where ${namedLists} and consortium_code is not null`;

/** Newest version last, so that what stands is found last. */
export const holdListsSql = `select claim_id as "claimId", institution_code as "institutionCode", list_no as "listNo",
  list_version as "listVersion", content_digest as "contentDigest",
  exists (select 1 from claim_reversal r where r.claim_id = claim.claim_id) as reversed
from claim where ${namedLists} order by claim_id for update`;

/** $1: claims. What is known beside a claim's own row. */
export const standingSql = `select c.claim_id as "claimId", o.run_id as "clearedByRunId", t.run_id as "reversalClearedByRunId",
  y.year_clearing_id as "yearClearingId", r.month, r.cause, r.reason_code as "reasonCode",
  r.replaced_by_claim_id as "replacedByClaimId", r.reversed_on as "reversedOn"
from claim c left join claim_reversal r using (claim_id)
  left join run_booking o on o.claim_id = c.claim_id and o.kind = 'ORIGINAL'
  left join run_booking t on t.claim_id = c.claim_id and t.kind = 'REVERSAL'
  left join pool p on p.consortium_code = c.consortium_code and p.insurance_type = c.insurance_type and p.year = left(c.month, 4)::int
  left join year_clearing y on y.pool_id = p.pool_id
where c.claim_id = any($1)`;

export const staysSql = `select claim_id as "claimId", resident_id as "residentId", institution_code as "institutionCode",
  admitted_on as "admittedOn", discharged_on as "dischargedOn", linked_deductible_fen as "linkedDeductibleFen"
from claim where resident_id = any($1) and visit_kind = 'INPATIENT'
  and not exists (select 1 from claim_reversal r where r.claim_id = claim.claim_id)
order by claim_id`;

export const saveYearsSql = `update patient_year held set fund_paid_fen = now.fund_paid_fen,
  inpatient_deductible_fen = now.inpatient_deductible_fen, outpatient_deductible_fen = now.outpatient_deductible_fen
from json_populate_recordset(null::patient_year, $1::json) now
where (held.resident_id, held.insurance_type, held.year) = (now.resident_id, now.insurance_type, now.year)`;

export const saveReversalsSql = `insert into claim_reversal
  (claim_id, month, cause, reason_code, replaced_by_claim_id, reversed_on)
select * from json_to_recordset($1::json) r (claim_id uuid, month text, cause text, reason_code text, replaced_by_claim_id uuid,
  reversed_on date)`;

/** $1, $2: claims and the versions that they have from now on. */
export const raiseVersionsSql = `update claim set version = raised.version from unnest($1::uuid[], $2::int[]) raised (claim_id, version)
where claim.claim_id = raised.claim_id and claim.version = raised.version - 1`;
