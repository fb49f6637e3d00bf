import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentTransferred, taskReplanned } from '@yigongti/events';
import type { ListedResident } from '../../src/day-list/day-list-view.ts';
import type { TaskExplanation } from '../../src/explanation/find-explanation.ts';
import { CountyAtWork, enrolments, pressure, tasks } from '../fixtures/county-at-work.ts';
import { accepted, contract, newId, publishResident, resident } from '../fixtures/county.ts';

interface ListBody {
  readonly residents: number;
  readonly tasks: number;
  readonly overdue: number;
  readonly items: ListedResident[];
}

let county: CountyAtWork;
beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

const listOf = async (practitioner: string, query = 'on=2026-06-16', client = county.township) =>
  client.get<ListBody>(`/public-health/v1/day-list?practitionerCode=${practitioner}&limit=500&${query}`);
const residentsOf = async (practitioner: string, query?: string) =>
  (await listOf(practitioner, query)).body.items.map(({ residentId }) => residentId);
const explain = async (taskId: string) => (await county.village.get<TaskExplanation>(`${tasks}/${taskId}/explanation`)).body;

async function inCare(change: object = {}): Promise<string> {
  const residentId = await publishResident(county.service);
  await county.enrol(residentId, change);
  return residentId;
}

describe("a doctor's list of the day", () => {
  it('goes house by house, the most urgent first, with the reason and the readings that close everything', async () => {
    const both = await inCare();
    await county.enrol(both, { programme: 'T2DM', diagnosisCode: 'E11.900', enrolledOn: '2026-05-20' });
    const one = await inCare({ enrolledOn: '2026-05-25' });
    const { body } = await listOf('D-V1');
    const houses = body.items.filter(({ residentId }) => [both, one].includes(residentId));
    expect(houses.map(({ residentId, due, overdue }) => [residentId, due, overdue])).toEqual([
      [both, '2026-06-03', true],
      [one, '2026-06-08', true],
    ]);
    expect(houses[0]!.readings.toSorted()).toEqual(['diastolic', 'fastingGlucose', 'systolic']);
    expect(houses[0]!.tasks.map(({ reasonEn }) => reasonEn)).toEqual([
      'type 2 diabetes: the first follow-up after enrolment',
      'hypertension: the first follow-up after enrolment',
    ]);
    expect(body).toMatchObject({ residents: body.items.length });
  });

  it('does not hold what is done, what has not begun, or what is somebody else’s', async () => {
    const done = await inCare();
    await county.complete(await county.openTaskOf(done));
    const coming = await inCare({ enrolledOn: '2026-06-01' });
    await county.complete(await county.openTaskOf(coming));
    expect(await residentsOf('D-V1')).not.toEqual(expect.arrayContaining([done]));
    expect(await residentsOf('D-V1', 'on=2026-09-01')).toEqual(expect.arrayContaining([done, coming]));
    expect(await residentsOf('D-T1')).toEqual([]);
  });

  it("is the contracted doctor's too, from the day to the day on which the contract is in force", async () => {
    const mine = await inCare();
    const terms = { leaderPractitionerCode: 'D-T1', institutionCode: 'T1', startsOn: '2026-06-10', endsOn: '2027-06-09' };
    await county.service.publish(contract(mine, terms));
    expect(await residentsOf('D-T1', 'on=2026-06-10')).toEqual([mine]);
    expect(await residentsOf('D-T1', 'on=2026-06-09')).toEqual([]);
    expect(await residentsOf('D-V1', 'on=2026-06-10')).toEqual(expect.arrayContaining([mine]));
  });

  it("of a unit with contracted doctors leaves each one's to them", async () => {
    const theirs = await publishResident(county.service);
    await county.service.publish(accepted(theirs));
    expect(await residentsOf('D-T1')).toEqual(expect.arrayContaining([theirs]));
    await county.service.publish(contract(theirs, { leaderPractitionerCode: 'D-OTHER', institutionCode: 'T1' }));
    expect(await residentsOf('D-T1')).not.toEqual(expect.arrayContaining([theirs]));
  });

  it('comes page by page, and for own doctors only', async () => {
    const all = (await listOf('D-V1')).body.items.map(({ residentId }) => residentId);
    const seen: string[] = [];
    let url: string | undefined = '/public-health/v1/day-list?practitionerCode=D-V1&on=2026-06-16&limit=2';
    while (url) {
      const page: Awaited<ReturnType<typeof listOf>> = await county.township.get<ListBody>(url);
      seen.push(...page.body.items.map(({ residentId }) => residentId));
      url = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(all);
    expect((await listOf('D-T1', 'on=2026-06-16', county.neighbour)).status).toBe(404);
    expect((await listOf('D-NOBODY')).body).toMatchObject({ code: 'public-health.day-list.doctor-not-found' });
    expect((await listOf('D-T1', 'on=2026-06-31')).status).toBe(400);
    expect((await county.township.get('/public-health/v1/day-list')).status).toBe(400);
  });
});

describe('why a task exists, and what comes next', () => {
  it('of the first one is the enrolment; of the next one what was found, with the figures and their sources', async () => {
    const residentId = await inCare();
    const first = await county.openTaskOf(residentId);
    const why = await explain(first.taskId);
    expect(why).toMatchObject({
      cause: { kind: 'ENROLMENT', id: first.enrolmentId, on: '2026-06-01', titleZh: '高血压：纳入管理后首次随访' },
      next: null,
      year: { year: 2026, required: 3, done: 0, left: 3 },
    });
    expect(why.dates[0]).toMatchObject({ inputs: { from: '2026-06-01', firstFollowUpDays: 14 }, value: '2026-06-15' });
    expect(why.outlook.map(({ finding }) => finding)).toContain('EMERGENCY');
    await county.complete(first, pressure(156, 96));
    const second = await county.openTaskOf(residentId);
    expect(await explain(first.taskId)).toMatchObject({ outlook: [], next: { taskId: second.taskId, due: '2026-06-24' } });
    const then = await explain(second.taskId);
    expect(then).toMatchObject({
      cause: { kind: 'FOLLOW_UP', id: first.taskId, on: '2026-06-10', classification: 'UNCONTROLLED' },
      year: { done: 1, left: 2 },
    });
    expect(then.dates[0]).toMatchObject({ inputs: { recheckDays: 14 }, value: '2026-06-24' });
    expect(then.dates[0]!.basis).toMatch(/^changle-2026\.\d+: norm/);
    expect(then.outlook.find(({ finding }) => finding === 'UNCONTROLLED')).toMatchObject({ suggestsReferral: true });
  });

  it('of one after a referral is the referral, which its completion closes; to others it does not exist', async () => {
    const residentId = await publishResident(county.service);
    const event = accepted(residentId, { toInstitutionCode: 'V1' });
    await county.service.publish(event);
    const task = await county.openTaskOf(residentId);
    const why = await explain(task.taskId);
    expect(why).toMatchObject({
      cause: { kind: 'REFERRAL', id: event.data.referralId, causeEventId: event.eventId },
      year: null,
    });
    expect(why.outlook.map(({ titleZh }) => titleZh)).toEqual(['随访完成后转诊单办结']);
    expect((await county.neighbour.get(`${tasks}/${task.taskId}/explanation`)).status).toBe(404);
    expect((await county.village.get(`${tasks}/${newId()}/explanation`)).status).toBe(404);
  });
});

describe('another unit becomes responsible for a resident', () => {
  it('takes over what is not done, and the care; what is done stays; told again, nothing more happens', async () => {
    const residentId = await inCare();
    await county.complete(await county.openTaskOf(residentId), pressure(156, 96));
    const [done, open] = await county.tasksOf(residentId);
    const move = resident(residentId, { homeInstitutionCode: 'T2' }, 2);
    await county.service.publish(move);
    await county.service.publish(move);
    await county.service.publish(resident(residentId, { homeInstitutionCode: 'T2' }, 3));
    const seenBy = async (client = county.neighbour) =>
      (await client.get<{ items: { taskId: string }[] }>(`${tasks}?residentId=${residentId}`)).body.items.map(
        ({ taskId }) => taskId,
      );
    expect(await seenBy()).toEqual([open!.taskId]);
    expect(await seenBy(county.village)).toEqual([done!.taskId]);
    const replanned = (await county.service.published(taskReplanned)).filter(({ data }) => data.residentId === residentId);
    expect(
      replanned.map(({ data, aggregateVersion }) => [data.fromInstitutionCode, data.institutionCode, data.due, aggregateVersion]),
    ).toEqual([['V1', 'T2', open!.due, 2]]);
    const moved = (await county.service.published(enrolmentTransferred)).filter(({ data }) => data.residentId === residentId);
    expect(moved.map(({ data }) => [data.fromInstitutionCode, data.institutionCode])).toEqual([['V1', 'T2']]);
    const care = await county.neighbour.get<{ items: { institutionCode: string }[] }>(`${enrolments}?residentId=${residentId}`);
    expect(care.body.items).toMatchObject([{ institutionCode: 'T2', version: 2 }]);
    const visit = { practitionerCode: 'D-T2', occurredAt: '2026-06-20T10:00:00+08:00' };
    await county.complete({ ...open!, version: 2 }, visit, county.neighbour);
    const next = await county.neighbour.get<{ items: { state: string; sequence: number }[] }>(
      `${tasks}?residentId=${residentId}`,
    );
    expect(next.body.items.map(({ state, sequence }) => [state, sequence])).toEqual([
      ['DONE', 2],
      ['PLANNED', 3],
    ]);
  });

  it('leaves to the township what it does above both units', async () => {
    const residentId = await publishResident(county.service);
    await county.service.publish(accepted(residentId));
    await county.service.publish(resident(residentId, { homeInstitutionCode: 'T1' }, 2));
    const { body } = await county.township.get<{ items: { institutionCode: string }[] }>(`${tasks}?residentId=${residentId}`);
    expect(body.items).toMatchObject([{ institutionCode: 'T1', version: 1 }]);
  });
});
