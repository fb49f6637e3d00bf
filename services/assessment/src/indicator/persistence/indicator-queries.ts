import { firstDayOf, lastDayOf, type Month } from '@yigongti/kernel';
import type { IndicatorCode } from '../domain/indicator-definition.ts';
import type { IndicatorTerms } from '../domain/indicator-terms.ts';

export interface CountingQuery {
  /**
   * Gives `unit_code, numerator, denominator`. Grouping by unit and by nothing counts the county in the same pass; a referral is of two
   * units, so that the county is counted over distinct ones.
   */
  readonly text: (terms: IndicatorTerms) => string;
  readonly parameters: (month: Month, terms: IndicatorTerms) => readonly unknown[];
  /** Tables that hold the facts. */
  readonly tables: readonly string[];
}

const perUnitAndCounty = 'group by grouping sets ((u.unit_code), ())';

const ofReferral = 'join assessed_unit u on u.institution_code in (r.from_institution_code, r.to_institution_code)';

/** Group membership on the day: by age, or by an open enrolment in a programme. */
const inPriorityGroup = `and (
  exists (select from json_to_recordset($2::json) as g ("ageFrom" int, "ageTo" int)
    where extract(year from age($1::date, r.birth_date)) between g."ageFrom" and coalesce(g."ageTo", 200))
  or r.resident_id in (select e.resident_id from enrolment e where e.enrolled_on <= $1 and coalesce(e.closed_on, 'infinity') > $1))`;

export const countingQueries: Readonly<Record<IndicatorCode, CountingQuery>> = {
  'REF-RATIO': {
    text: () => `select u.unit_code,
        count(distinct r.referral_id) filter (where r.direction = 'DOWN') as numerator,
        count(distinct r.referral_id) filter (where r.direction = 'UP') as denominator
      from referral r ${ofReferral}
      where r.arrived_on between $1 and $2 ${perUnitAndCounty}`,
    parameters: (month) => [firstDayOf(month), lastDayOf(month)],
    tables: ['referral'],
  },
  'REF-LOOP': {
    text: () => `select u.unit_code,
        count(distinct r.referral_id) filter (where r.follow_up_done and r.closed_on <= r.arrived_on + $3::int) as numerator,
        count(distinct r.referral_id) as denominator
      from referral r ${ofReferral}
      where r.direction = 'UP' and r.arrived_on between $1 and $2 ${perUnitAndCounty}`,
    parameters: (month, { loopDays }) => [firstDayOf(month), lastDayOf(month), loopDays],
    tables: ['referral'],
  },
  'CON-COV': {
    text: ({ population }) => `select u.unit_code, count(c.resident_id) as numerator, count(*) as denominator
      from resident r
      join assessed_unit u on u.institution_code = r.home_institution_code
      left join (select distinct resident_id from contract
        where starts_on <= $1 and ends_on >= $1 and coalesce(terminated_on, 'infinity') > $1) c on c.resident_id = r.resident_id
      where greatest(r.registered_on, r.birth_date) <= $1 and coalesce(least(r.died_on, r.moved_out_on), 'infinity') > $1 and r.merged_into is null
        ${population === 'PRIORITY_GROUPS' ? inPriorityGroup : ''} ${perUnitAndCounty}`,
    parameters: (month, { population, priorityAgeGroups }) => [
      lastDayOf(month),
      ...(population === 'PRIORITY_GROUPS' ? [JSON.stringify(priorityAgeGroups)] : []),
    ],
    tables: ['resident', 'contract', 'enrolment'],
  },
  'COST-IP': {
    text: () => `select u.unit_code, coalesce(sum(c.total_fen), 0) as numerator, count(*) as denominator
      from claim c join assessed_unit u on u.institution_code = c.institution_code
      where c.visit_kind = 'INPATIENT' and c.discharged_on between $1 and $2 ${perUnitAndCounty}`,
    parameters: (month) => [firstDayOf(month), lastDayOf(month)],
    tables: ['claim'],
  },
  'PH-HTN-C': {
    text: () => `select u.unit_code, count(*) filter (where last.controlled) as numerator, count(*) as denominator
      from enrolment e
      join assessed_unit u on u.institution_code = e.institution_code
      left join (select distinct on (enrolment_id) enrolment_id, controlled from control_reading
        where completed_on <= $1 and completed_on > $1::date - $2::int
        order by enrolment_id, completed_on desc, sequence desc, task_id desc) last on last.enrolment_id = e.enrolment_id
      where e.programme = 'HTN' and e.enrolled_on <= $1 and coalesce(e.closed_on, 'infinity') > $1
        and ($3::boolean or last.enrolment_id is not null) ${perUnitAndCounty}`,
    parameters: (month, { readingDays, lostIsUncontrolled }) => [lastDayOf(month), readingDays, lostIsUncontrolled],
    tables: ['enrolment', 'control_reading'],
  },
};
