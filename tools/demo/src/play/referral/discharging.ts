import { addDays, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { ResidentLine } from '../../county/index.ts';
import { writeList } from '../care/claims.ts';
import { sendLines } from '../lines.ts';
import type { Course } from '../play-state.ts';
import { about, sideBySide, type Play } from '../play.ts';
import { act } from './receiving.ts';
import { referralsPath, type ReferralView } from './sending.ts';
import { numberOf } from '../care/numbers.ts';
import { reportEncounters } from '../care/visits.ts';

/** Who is well enough today goes: the hospital tells the outcome, and sends down whom the township shall look after. */
export async function dischargePatients(play: Play, on: BusinessDate): Promise<Course[]> {
  const leaving = play.state.discharges.take(on);
  const inpatients = leaving.filter(({ plan }) => plan.visitType === 'INPATIENT');
  await reportEncounters(
    play,
    `referred discharges ${on}`,
    inpatients.map(({ person, to, plan, admittedOn }) => ({
      ...{ person, institution: to, on, hour: 10, case: plan.case },
      kind: 'DISCHARGE',
      sourceNo: numberOf('CY', on, person),
      admissionNo: numberOf('ZY', admittedOn!, person),
    })),
  );
  await sideBySide(leaving, (course) => leave(play, on, course));
  return leaving.filter(({ plan }) => plan.outcome === 'DIED');
}

async function leave(play: Play, on: BusinessDate, course: Course): Promise<void> {
  const { person, plan: life, to, referralNo } = course;
  const { state } = play;
  const inpatient = life.visitType === 'INPATIENT';
  const dischargeWay = inpatient ? (life.outcome === 'DIED' ? '5' : life.goesDown ? '3' : '1') : null;
  const days = { admittedOn: course.admittedOn!, dischargedOn: on };
  const kind = inpatient ? 'QD-ZY' : 'QD-ZM';
  writeList(play, { kind, person, institution: to, case: life.case, ...days, dischargeWay, referralNo });
  state.discharge(person);
  const body = {
    outcome: life.outcome,
    diagnosisCodes: [life.case.diagnosisCode],
    advice: '低盐饮食，规律服药，按时复诊（模拟）',
  };
  if (!(await act(play, course, { office: to, command: 'send-outcome', at: at(on, 18, course), body }))) return;
  if (life.outcome === 'DIED') await noDown(play, on, { course, body: { reason: 'DIED' } });
  else if (life.goesDown) await sendDown(play, on, course);
  else await noDown(play, on, { course, body: { reason: life.outcome === 'CURED' ? 'HEALED' : 'STAYS', followUpPlan: {} } });
  state.comeBack(person);
}

function at(on: BusinessDate, hour: number, { person }: Course): string {
  return duringHour(on, hour, person.ordinal);
}

async function noDown(play: Play, on: BusinessDate, { course, body }: { course: Course; body: object }): Promise<void> {
  await act(play, course, { office: course.to, command: 'no-down-needed', at: at(on, 19, course), body });
}

/** Opens the way down and submits it in one go, with the plan for the home unit. */
async function sendDown(play: Play, on: BusinessDate, course: Course): Promise<void> {
  const { plan, offices } = play;
  const { person, to } = course;
  const { downReasons, followUpDueDays } = plan.rules;
  const opened = await offices.of(to).command<ReferralView>({
    step: `open-down ${person.sourceNo} ${on}`,
    path: `${referralsPath}/${course.referralId}/open-down`,
    ifMatch: course.version,
    body: {
      practitionerCode: plan.places.doctorOf(to),
      reasonCodes: [downReasons[person.ordinal % downReasons.length]],
      rehabGuidance: '出院后由基层医疗机构随访，监测血压，指导康复（模拟）',
      followUpPlan: { dueInDays: followUpDueDays },
      occurredAt: at(on, 19, course),
    },
    about: about(person),
  });
  const downReferralId = opened.ok ? opened.view.downReferralId : null;
  if (!opened.ok || !downReferralId) return;
  course.version = opened.view.version;
  await submitDown(play, on, { course, downReferralId });
}

interface WayDown {
  readonly course: Course;
  readonly downReferralId: Uuid;
}

async function submitDown({ offices, plan }: Play, on: BusinessDate, { course, downReferralId }: WayDown): Promise<void> {
  const office = offices.of(course.to);
  const draft = await office.get<ReferralView>(`${referralsPath}/${downReferralId}`);
  await office.command<ReferralView>({
    step: `submit down ${course.person.sourceNo} ${on}`,
    path: `${referralsPath}/${downReferralId}/submit`,
    ifMatch: draft.version,
    body: {
      consentSignedAt: at(on, 20, course),
      windowStart: on,
      windowEnd: addDays(on, plan.rules.arrivalWindowDays),
      occurredAt: at(on, 20, course),
    },
    about: about(course.person),
  });
}

/** A death goes to the register, whence every service hears of it: contract, care and tasks end with it. */
export async function registerDeaths(play: Play, on: BusinessDate, died: readonly Course[]): Promise<void> {
  if (died.length === 0) return;
  const { plan, offices, state } = play;
  const dead = new Map(died.map((course) => [course.person.sourceNo, course]));
  const lines: (ResidentLine & { readonly diedOn: BusinessDate })[] = [];
  for (const chunk of plan.residentChunks()) {
    for (const line of chunk.lines) {
      const course = dead.get(line.sourceNo);
      if (course) lines.push({ ...line, sourceVersion: 2, diedOn: on, occurredAt: at(on, 20, course) });
    }
  }
  await sideBySide(lines, async (line) => {
    const { person } = dead.get(line.sourceNo)!;
    await sendLines(offices.of(person.centre), state, {
      step: `death ${person.sourceNo}`,
      path: '/registry/v1/residents/import',
      lines: [line],
      about: about(person),
    });
    state.die(person);
  });
}
