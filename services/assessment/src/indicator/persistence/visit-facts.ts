import { firstDayOf, lastDayOf } from '@yigongti/kernel';
import type { FactQuery } from './fact-query.ts';

/** An admission is a visit, its discharge is not another one. */
export const primaryVisits: FactQuery = {
  text: `select e.encounter_id as record_id, e.resident_id, null::uuid as evidence_id, e.happened_on as fact_on, u.unit_code,
      true as of_county, (place.level in ('TOWNSHIP', 'VILLAGE'))::int as numerator, 1 as denominator
    from encounter e
    join institution place on place.code = e.institution_code
    left join resident r on r.resident_id = e.resident_id
    left join assessed_unit u on u.institution_code = r.home_institution_code
    where e.happened_on between $1 and $2 and e.kind in ('OUTPATIENT', 'EMERGENCY', 'ADMISSION') and not e.out_of_county`,
  parameters: (month) => [firstDayOf(month), lastDayOf(month)],
  sources: { 'registry.encounter.v1': ['encounter'], 'registry.resident.v1': ['resident'] },
};

export const stayCost: FactQuery = {
  text: `select c.claim_id as record_id, c.resident_id, null::uuid as evidence_id, c.discharged_on as fact_on, u.unit_code, true as of_county,
      c.total_fen as numerator, 1 as denominator
    from claim c join assessed_unit u on u.institution_code = c.institution_code
      left join withdrawn_claim w on w.institution_code = c.institution_code and w.list_no = c.list_no
    where c.visit_kind = 'INPATIENT' and c.discharged_on between $1 and $2 and c.list_version > coalesce(w.list_version, 0)`,
  parameters: (month) => [firstDayOf(month), lastDayOf(month)],
  sources: { 'settlement.claim.v1': ['claim', 'withdrawn_claim'] },
};
