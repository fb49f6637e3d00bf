import { addDays, lastDayOf, type BusinessDate } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { Course } from '../play-state.ts';
import { about, centresOf, sideBySide, type Play } from '../play.ts';
import { referralsPath, type ReferralView } from './sending.ts';
import { numberOf } from '../care/numbers.ts';
import { findResidents, reportEncounters } from '../care/visits.ts';

/** Townships look through what their villages send up. */
export async function reviewReferrals(play: Play, on: BusinessDate): Promise<void> {
  const { plan, offices, state } = play;
  const waiting: [string, ReferralView][] = [];
  await sideBySide(centresOf(plan), async (centre) => {
    const list = await offices.of(centre).list<ReferralView>(`${referralsPath}?status=UNDER_REVIEW&direction=UP`);
    waiting.push(...list.map((referral) => [centre, referral] as [string, ReferralView]));
  });
  await sideBySide(waiting, async ([centre, { referralId }]) => {
    const course = state.courses.get(referralId);
    if (!course) return;
    const verdict = course.plan.rejectedByReviewer ? 'reject' : 'approve';
    await act(play, course, {
      office: centre,
      command: verdict,
      at: duringHour(on, 13, course.person.ordinal),
      body: rejection(verdict),
    });
  });
}

/** Hospitals work through their lists, and hold a bed or slot for whom they take. */
export async function answerReferrals(play: Play, on: BusinessDate): Promise<void> {
  const { plan, offices, state } = play;
  await sideBySide(plan.places.hospitals, async (hospital) => {
    const query = `status=PENDING_RECEIVER&toInstitutionCode=${hospital}`;
    const queue = await offices.of(hospital).list<ReferralView>(`${referralsPath}?${query}`);
    const courses = queue.flatMap(({ referralId }) => state.courses.get(referralId) ?? []);
    // One after the other, in an order that the seed decides: the last bed must not go to the faster request.
    for (const course of courses.sort((a, b) => a.person.ordinal - b.person.ordinal)) await answer(play, on, course);
  });
}

async function answer(play: Play, on: BusinessDate, course: Course): Promise<void> {
  const { plan, state } = play;
  const at = duringHour(on, 14, course.person.ordinal);
  if (course.plan.rejectedByReceiver) {
    await act(play, course, { office: course.to, command: 'reject', at, body: rejection('reject') });
    return;
  }
  const start = addDays(on, course.plan.arrivesAfter);
  const windowEnd = addDays(on, plan.rules.arrivalWindowDays);
  const kind = course.plan.visitType === 'INPATIENT' ? 'BED' : 'SLOT';
  const capacityId = start <= lastDayOf(plan.month) ? state.capacities.get(`${course.to} ${kind}`) : undefined;
  const body = { start: start < windowEnd ? start : windowEnd, end: windowEnd, ...(capacityId && { capacityId }) };
  const accepted = await act(play, course, { office: course.to, command: 'accept', at, body });
  if (accepted && course.plan.arrives) state.arrivals.add(start, course);
}

/** Who comes today: an outpatient is seen and goes home, an inpatient gets a bed. */
export async function receivePatients(play: Play, on: BusinessDate): Promise<void> {
  const arriving = play.state.arrivals.take(on);
  await findResidents(
    play,
    on,
    arriving.map(({ person, to }) => ({ person, institution: to })),
  );
  await reportEncounters(
    play,
    `arrivals ${on}`,
    arriving.map(({ person, to, plan }) => ({
      person,
      institution: to,
      on,
      hour: 16,
      case: plan.case,
      ...(plan.visitType === 'INPATIENT'
        ? ({ kind: 'ADMISSION', sourceNo: numberOf('RY', on, person), admissionNo: numberOf('ZY', on, person) } as const)
        : ({ kind: 'OUTPATIENT', sourceNo: numberOf('ZM', on, person), admissionNo: null } as const)),
    })),
  );
  await sideBySide(arriving, (course) => receive(play, on, course));
}

async function receive(play: Play, on: BusinessDate, course: Course): Promise<void> {
  const { person, plan: life, to } = course;
  const at = (hour: number) => duringHour(on, hour, person.ordinal);
  if (!(await act(play, course, { office: to, command: 'confirm-arrival', at: at(16), body: {} }))) return;
  const encounterNo = numberOf(life.visitType === 'INPATIENT' ? 'ZY' : 'ZM', on, person);
  if (!(await act(play, course, { office: to, command: 'open-encounter', at: at(17), body: { encounterNo } }))) return;
  course.admittedOn = on;
  if (life.visitType === 'INPATIENT') play.state.admit(person);
  const end = life.visitType === 'INPATIENT' ? addDays(on, life.stayDays) : on;
  if (end <= lastDayOf(play.plan.month)) play.state.discharges.add(end, course);
}

export interface Act {
  /** Who acts. */
  readonly office: string;
  readonly command: string;
  readonly at: string;
  readonly body: object;
}

/** Takes one step of a referral; false when it was refused, and the patient stays where he is. */
export async function act({ offices, state }: Play, course: Course, { office, command, at, body }: Act): Promise<boolean> {
  const { person, referralId } = course;
  const answer = await offices.of(office).command<ReferralView>({
    step: `${command} ${person.sourceNo} ${at}`,
    path: `${referralsPath}/${referralId}/${command}`,
    ifMatch: course.version,
    body: { ...body, occurredAt: at },
    about: about(person),
  });
  if (answer.ok) course.version = answer.view.version;
  if (!answer.ok || answer.view.status === 'REJECTED') state.comeBack(person);
  return answer.ok;
}

function rejection(verdict: string): object {
  return verdict === 'reject' ? { reasonCode: 'NOT_INDICATED', comment: '现阶段可在基层继续观察治疗（模拟）' } : {};
}
