import { lastDayOf } from '@yigongti/kernel';
import { oldestAge, shareByAge, type ControlTerms, type IndicatorTerms } from '../domain/indicator-terms.ts';
import type { FactQuery } from './fact-query.ts';
import { ageOnTheDay, livesHere } from './resident-facts.ts';

const inCare = (programme: 'HTN' | 'T2DM') =>
  `e.programme = '${programme}' and e.enrolled_on <= $1 and coalesce(e.closed_on, 'infinity') > $1`;

const shareOfAge = `($2::numeric[])[least(${ageOnTheDay}, ${oldestAge}) + 1]`;

/** Patients in care count as they are; residents count with the share of their age who have the disease. */
export const hypertensionInCare: FactQuery = {
  text: `select e.enrolment_id as record_id, e.resident_id, null::uuid as evidence_id, e.enrolled_on as fact_on, u.unit_code,
      true as of_county, 1 as numerator, 0::numeric as denominator
    from enrolment e join assessed_unit u on u.institution_code = e.institution_code
    where ${inCare('HTN')}
    union all
    select r.resident_id, r.resident_id, null, $1::date, u.unit_code, true, 0, ${shareOfAge}
    from resident r join assessed_unit u on u.institution_code = r.home_institution_code
    where ${livesHere} and ${shareOfAge} <> 0`,
  parameters: (month, { hypertensionPrevalence }) => [lastDayOf(month), shareByAge(hypertensionPrevalence)],
  sources: { 'public-health.enrolment.v1': ['enrolment'], 'registry.resident.v1': ['resident'] },
};

/** The last reading decides; of one day the later follow-up. */
const controlled = (programme: 'HTN' | 'T2DM', control: (terms: IndicatorTerms) => ControlTerms): FactQuery => ({
  text: `select e.enrolment_id as record_id, e.resident_id, last.task_id as evidence_id, e.enrolled_on as fact_on, u.unit_code,
      true as of_county, coalesce(last.controlled, false)::int as numerator, 1 as denominator
    from enrolment e
    join assessed_unit u on u.institution_code = e.institution_code
    left join (select distinct on (enrolment_id) enrolment_id, task_id, controlled from control_reading
      where completed_on <= $1 and completed_on > $1::date - $2::int
      order by enrolment_id, completed_on desc, sequence desc, task_id desc) last on last.enrolment_id = e.enrolment_id
    where ${inCare(programme)} and ($3::boolean or last.enrolment_id is not null)`,
  parameters: (month, terms) => [lastDayOf(month), control(terms).readingDays, control(terms).lostIsUncontrolled],
  sources: { 'public-health.enrolment.v1': ['enrolment'], 'public-health.task.v1': ['control_reading'] },
});

export const hypertensionControl = controlled('HTN', (terms) => terms.hypertensionControl);
export const diabetesControl = controlled('T2DM', (terms) => terms.diabetesControl);
