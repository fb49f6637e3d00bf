import { lastDayOf } from '@yigongti/kernel';
import type { FactQuery } from './fact-query.ts';

/** Who lives in the county on the day `$1`. */
export const livesHere = `greatest(r.registered_on, r.birth_date) <= $1 and coalesce(least(r.died_on, r.moved_out_on), 'infinity') > $1
  and r.merged_into is null`;

/** Whole years on the day `$1`. */
export const ageOnTheDay = 'extract(year from age($1::date, r.birth_date))::int';

/** Of several contracts in force one is shown: which, must not depend on the order of events. */
const contracted = (
  whose: string,
) => `select r.resident_id as record_id, r.resident_id, c.contract_id as evidence_id, $1::date as fact_on,
    u.unit_code, true as of_county, (c.contract_id is not null)::int as numerator, 1 as denominator
  from resident r
  join assessed_unit u on u.institution_code = r.home_institution_code
  left join (select distinct on (resident_id) resident_id, contract_id from contract
    where starts_on <= $1 and ends_on >= $1 and coalesce(terminated_on, 'infinity') > $1
    order by resident_id, contract_id) c on c.resident_id = r.resident_id
  where ${livesHere} ${whose}`;

const contractSources = { 'registry.resident.v1': ['resident'], 'contracts.contract.v1': ['contract'] };

export const contractCoverage: FactQuery = {
  text: contracted(''),
  parameters: (month) => [lastDayOf(month)],
  sources: contractSources,
};

/** Group membership on the day: by age, or by an open enrolment in a programme. */
export const priorityCoverage: FactQuery = {
  text: contracted(`and (
    exists (select from json_to_recordset($2::json) as g ("ageFrom" int, "ageTo" int)
      where ${ageOnTheDay} between g."ageFrom" and coalesce(g."ageTo", 200))
    or r.resident_id in (select e.resident_id from enrolment e where e.enrolled_on <= $1 and coalesce(e.closed_on, 'infinity') > $1))`),
  parameters: (month, { priorityAgeGroups }) => [lastDayOf(month), JSON.stringify(priorityAgeGroups)],
  sources: { ...contractSources, 'public-health.enrolment.v1': ['enrolment'] },
};
