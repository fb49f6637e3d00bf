import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countyLoad, countyPath, loadCounty } from '@yigongti/tool-counties';
import { daysOf } from './setting/calendar.ts';
import { MonthPlan } from './month-plan.ts';

const county = loadCounty(countyPath('changle'));
const load = countyLoad(county);
const countiesFolder = dirname(countyPath('changle'));
const month = '2026-06';
const planOf = (seed: string, residents = 500) => new MonthPlan({ county, load, seed, residents, month });
const days = daysOf(month);

const everythingOf = (plan: MonthPlan, order: readonly string[] = days) => {
  const byDay = order.map((day) => [
    day,
    plan.enrolmentsOn(day),
    plan.contractsOn(day),
    plan.earlyEndsOn(day),
    plan.secondTriesOn(day),
    [...plan.visitsOn(day)],
    [...plan.staysFrom(day)],
  ]);
  return JSON.stringify(byDay.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
};

describe('the plan of a month', () => {
  it('is the same for the same seed, in whatever order its days are asked for, and another for another seed', () => {
    const once = everythingOf(planOf('1'));
    expect(everythingOf(planOf('1'), [...days].reverse())).toBe(once);
    expect(everythingOf(planOf('2'))).not.toBe(once);
  });

  it.each(readdirSync(countiesFolder).filter((file) => file.endsWith('.yaml')))('is whole for every day of %s', (file) => {
    const other = loadCounty(countyPath(file.replace('.yaml', '')));
    const plan = new MonthPlan({ county: other, load: countyLoad(other), seed: '1', residents: 1_000, month });
    const stays = days.flatMap((day) => [...plan.staysFrom(day)]);
    expect(stays.length).toBeGreaterThan(0);
    expect(days.flatMap((day) => [...plan.visitsOn(day)]).length).toBeGreaterThan(stays.length);
  });

  it('draws a course and a follow-up by what they are about, not by when they are asked', () => {
    const plan = planOf('1');
    const [first, second] = plan.people.filter(({ ordinal }) => ordinal !== plan.told?.person.ordinal) as [never, never];
    const course = (person: (typeof plan.people)[number]) =>
      plan.courseOf({ person, label: '2026-06-03', receiver: person.hospital, diagnosisCode: null, urgency: null });
    const before = course(first);
    course(second);
    expect(course(first)).toEqual(before);
    const task = { person: first, programme: 'HTN', sequence: 1, windowStart: '2026-06-02', due: '2026-06-16' } as const;
    expect(plan.followUpOf(task)).toEqual(planOf('1').followUpOf(task));
  });

  const plan = planOf('1', 3_000);
  const enrolledOn = new Map(days.flatMap((day) => plan.enrolmentsOn(day)).map(({ person, on }) => [person.sourceNo, on]));
  const contracts = days.flatMap((day) => plan.contractsOn(day));

  it('lets nobody sign before the day after his enrolment, so that his group is known by then', () => {
    const both = contracts.filter(({ person }) => enrolledOn.has(person.sourceNo));
    expect(both.length).toBeGreaterThan(20);
    for (const { person, on } of both) expect(enrolledOn.get(person.sourceNo)! < on).toBe(true);
  });

  it('offers the packages of the groups that the resident is in on that day', () => {
    const offered = new Set(contracts.flatMap(({ packageCodes }) => packageCodes));
    expect([...offered].sort()).toEqual(['GENERAL', 'HTN', 'T2DM']);
    for (const { packageCodes } of contracts) expect(packageCodes).toContain('GENERAL');
  });

  it('has second tries and early ends after the signing, never both', () => {
    const ended = contracts.filter(({ endsEarly }) => endsEarly);
    const tried = contracts.filter(({ secondTryOn }) => secondTryOn);
    expect([ended.length, tried.length].every((count) => count > 0)).toBe(true);
    for (const { on, endsEarly } of ended) expect(endsEarly!.on > on).toBe(true);
    for (const { on, secondTryOn, endsEarly } of tried) expect([secondTryOn! > on, endsEarly]).toEqual([true, null]);
  });

  it('keeps about to the rates of the county profile', () => {
    const visits = days.flatMap((day) => [...plan.visitsOn(day)]);
    expect(Math.abs(visits.length / 3_000 - 0.56)).toBeLessThan(0.05);
    const primary = visits.filter(({ person, institution }) => [person.clinic, person.centre].includes(institution));
    expect(Math.abs(primary.length / visits.length - 0.52)).toBeLessThan(0.05);
    expect(visits.filter(({ needsReferral }) => needsReferral).every((visit) => primary.includes(visit))).toBe(true);
  });

  it('prices a case in whole fen whose parts do not exceed the whole', () => {
    for (const { case: seen } of days.flatMap((day) => [...plan.visitsOn(day), ...plan.staysFrom(day)])) {
      const parts = [seen.ownPayFen, seen.overLimitFen, seen.preSelfPayFen];
      expect([seen.totalFen, ...parts].every(Number.isSafeInteger)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThan(seen.totalFen);
    }
  });
});

describe('the patient of whom the story is told', () => {
  const plan = planOf('7', 200);
  const { person } = plan.told!;

  it('is a grown resident in whatever county has one, and does nothing by chance', () => {
    expect(person.insuranceType).toBe('RESIDENT');
    expect(person.truth.hypertensive).toBe(true);
    const visited = days.flatMap((day) => [...plan.visitsOn(day), ...plan.staysFrom(day)]);
    expect(visited.some((visit) => visit.person.ordinal === person.ordinal)).toBe(false);
    expect(planOf('7', 1).told?.person.ordinal).toBe(planOf('7', 1).people[0]!.truth.age >= 35 ? 0 : undefined);
  });

  it('is twice not at target, goes into hospital by referral, and home again', () => {
    const task = { person, programme: 'HTN', sequence: 1, windowStart: '2026-06-01', due: '2026-06-15' } as const;
    expect(plan.followUpOf(task)!.on).toBe('2026-06-03');
    const recheck = plan.followUpOf({ ...task, sequence: 2, windowStart: '2026-06-03', due: '2026-06-17' })!;
    expect(recheck.on).toBe('2026-06-08');
    expect(recheck.readings!.systolic! >= 150).toBe(true);
    const occasion = { person, label: 'x', receiver: person.hospital, diagnosisCode: 'I10.x00', urgency: null };
    expect(plan.courseOf(occasion)).toMatchObject({
      visitType: 'INPATIENT',
      arrives: true,
      goesDown: true,
      rejectedByReceiver: false,
    });
  });
});
