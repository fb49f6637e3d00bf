import { lastDayOf, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { Case } from '../../plan/cases.ts';
import { dischargeOf, type StayPlan, type VisitPlan } from '../../plan/encounters.ts';
import type { Person } from '../../plan/setting/people.ts';
import { writeList } from './claims.ts';
import { sendLines } from '../lines.ts';
import { numberOf } from './numbers.ts';
import { groupBy, reporterOf, residentIdOf, sideBySide, type Play } from '../play.ts';

/** An encounter to be reported, with whom it is about. */
export interface Encounter {
  readonly person: Person;
  readonly institution: string;
  readonly kind: 'OUTPATIENT' | 'ADMISSION' | 'DISCHARGE';
  readonly sourceNo: string;
  readonly on: BusinessDate;
  readonly hour: number;
  readonly case: Case;
  /** Null for a visit. */
  readonly admissionNo: string | null;
}

/** Reports encounters: each institution its own, a township those of its villages with them. */
export async function reportEncounters(play: Play, step: string, encounters: readonly Encounter[]): Promise<void> {
  const reporters = groupBy(encounters, ({ institution }) => reporterOf(play.plan, institution));
  await sideBySide(reporters, async ([reporter, own]) => {
    const sorted = [...own].sort((a, b) => a.person.ordinal - b.person.ordinal);
    await sendLines(play.offices.of(reporter), play.state, {
      step: `encounters ${step}`,
      path: '/registry/v1/encounters/import',
      lines: sorted.map((encounter) => lineOf(play, encounter)),
      about: sorted.map(({ person }) => person.sourceNo),
    });
  });
}

function lineOf(play: Play, { person, institution, kind, sourceNo, on, hour, case: seen, admissionNo }: Encounter): object {
  const happenedAt = duringHour(on, hour, person.ordinal);
  return {
    institutionCode: institution,
    sourceNo,
    sourceVersion: 1,
    residentId: residentIdOf(play, person),
    kind,
    happenedAt,
    diagnosisCodes: [seen.diagnosisCode],
    admissionNo,
    outOfCounty: false,
    practitionerCode: play.plan.places.doctorOf(institution),
    occurredAt: happenedAt,
  };
}

/** Visits of the day. Gives those after which the doctor sends the patient up. */
export async function seePatients(play: Play, on: BusinessDate): Promise<VisitPlan[]> {
  const visits = [...play.plan.visitsOn(on)].filter(({ person }) => play.state.isFree(person));
  await findResidents(play, on, visits);
  await reportEncounters(
    play,
    `visits ${on}`,
    visits.map((visit) => ({
      ...visit,
      kind: 'OUTPATIENT',
      sourceNo: numberOf('MZ', on, visit.person),
      hour: 8,
      admissionNo: null,
    })),
  );
  for (const { person, institution, case: seen } of visits) {
    const day = { admittedOn: on, dischargedOn: on };
    writeList(play, { kind: 'QD-MZ', person, institution, case: seen, ...day, dischargeWay: null, referralNo: null });
  }
  return visits.filter(({ needsReferral }) => needsReferral);
}

interface LookupAnswers {
  readonly answers: readonly { readonly residentId: Uuid | null }[];
}
/** Numbers of one look-up at most. */
const lookupMax = 500;

/** A hospital knows its patients by their national ids only: it asks for the ids that the suite speaks of, never in a URL. */
export async function findResidents(
  { plan, offices }: Play,
  on: BusinessDate,
  patients: readonly { readonly person: Person; readonly institution: string }[],
): Promise<void> {
  const inHospital = patients.filter(({ institution }) => plan.places.hospitals.includes(institution));
  await sideBySide(
    groupBy(inHospital, ({ institution }) => institution),
    async ([hospital, own]) => {
      for (let from = 0; from < own.length; from += lookupMax) {
        const asked = own.slice(from, from + lookupMax).map(({ person }) => person);
        const { answers } = await offices.of(hospital).must<LookupAnswers>({
          step: `look up ${on} ${asked[0]!.sourceNo} ${asked.length}`,
          path: '/registry/v1/residents/lookup',
          body: { nationalIds: asked.map(({ nationalId }) => nationalId) },
          about: asked.map(({ sourceNo }) => sourceNo),
          at: duringHour(on, 8, 0),
        });
        if (answers.some(({ residentId }) => residentId === null))
          throw new Error(`${hospital}: a patient is not on the register`);
      }
    },
  );
}

/** Stays that nobody referred: those that begin today, and those that end. */
export async function admitUnreferred(play: Play, on: BusinessDate): Promise<void> {
  const { plan, state } = play;
  const begun = [...plan.staysFrom(on)].filter(({ person }) => state.isFree(person));
  await findResidents(play, on, begun);
  await reportEncounters(
    play,
    `admissions ${on}`,
    begun.map((stay) => ({
      ...stay,
      kind: 'ADMISSION',
      sourceNo: numberOf('RY', on, stay.person),
      hour: 11,
      admissionNo: numberOf('ZY', on, stay.person),
    })),
  );
  for (const stay of begun) {
    state.admit(stay.person);
    const end = dischargeOf(on, stay.days);
    if (end <= lastDayOf(plan.month)) state.stayEnds.add(end, stay);
  }
}

export async function dischargeUnreferred(play: Play, on: BusinessDate): Promise<void> {
  const ended = play.state.stayEnds.take(on);
  await reportEncounters(
    play,
    `discharges ${on}`,
    ended.map((stay) => ({
      ...stay,
      on,
      kind: 'DISCHARGE',
      sourceNo: numberOf('CY', on, stay.person),
      hour: 11,
      admissionNo: numberOf('ZY', stay.on, stay.person),
    })),
  );
  for (const stay of ended) settleStay(play, on, stay);
}

function settleStay(play: Play, on: BusinessDate, { person, institution, case: treated, on: admittedOn }: StayPlan): void {
  play.state.discharge(person);
  const days = { admittedOn, dischargedOn: on };
  writeList(play, { kind: 'QD-ZY', person, institution, case: treated, ...days, dischargeWay: '1', referralNo: null });
}
