import { addDays, firstDayOf, lastDayOf, startOfDay } from '@yigongti/kernel';
import type { FactQuery } from './fact-query.ts';

/** A referral whose ends lie in one unit is one row of it: a clinic counts with its township. */
const arrived = (
  counted: string,
) => `select referral_id as record_id, resident_id, null::uuid as evidence_id, arrived_on as fact_on,
    unit_code, row_number() over (partition by referral_id order by unit_code) = 1 as of_county, ${counted}
  from (select distinct r.referral_id, r.resident_id, r.direction, r.arrived_on, r.closed_on, r.follow_up_done, u.unit_code
    from referral r join assessed_unit u on u.institution_code in (r.from_institution_code, r.to_institution_code)
    where r.direction in ('UP', 'DOWN') and r.arrived_on between $1 and $2) r`;

export const referralRatio: FactQuery = {
  text: arrived(`(direction = 'DOWN')::int as numerator, (direction = 'UP')::int as denominator`),
  parameters: (month) => [firstDayOf(month), lastDayOf(month)],
  sources: { 'referrals.referral.v1': ['referral'] },
};

export const referralLoop: FactQuery = {
  text: `${arrived(`coalesce(follow_up_done and closed_on <= arrived_on + $3::int, false)::int as numerator, 1 as denominator`)}
    where direction = 'UP'`,
  parameters: (month, { loopDays }) => [firstDayOf(month), lastDayOf(month), loopDays],
  sources: { 'referrals.referral.v1': ['referral'] },
};

/** Minutes are exact; which month a referral belongs to is a matter of days in Asia/Shanghai. */
export const referralReply: FactQuery = {
  text: `select p.referral_id as record_id, p.resident_id, null::uuid as evidence_id, (p.sent_at at time zone 'Asia/Shanghai')::date as fact_on,
      u.unit_code, true as of_county,
      coalesce(p.answered_at <= p.sent_at + ($3::json ->> p.urgency)::int * interval '1 minute', false)::int as numerator, 1 as denominator
    from referral_reply p join assessed_unit u on u.institution_code = p.institution_code
    where p.sent_at >= $1 and p.sent_at < $2`,
  parameters: (month, { replyMinutes }) => [
    startOfDay(firstDayOf(month)),
    startOfDay(addDays(lastDayOf(month), 1)),
    JSON.stringify(replyMinutes),
  ],
  sources: { 'referrals.referral.v1': ['referral_reply'] },
};
