import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskCompleted, taskOpened, taskReferralSuggested } from '@yigongti/events';
import type { TaskView } from '../../src/task/task-view.ts';
import { codesOf, CountyAtWork, pointersOf, pressure, sweep, tasks, visit } from '../fixtures/county-at-work.ts';
import { contract, encounter, newId, publishResident, resident } from '../fixtures/county.ts';

let county: CountyAtWork;

beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

async function enrolled(change: object = {}): Promise<{ residentId: string; task: TaskView }> {
  const residentId = await publishResident(county.service);
  await county.enrol(residentId, change);
  return { residentId, task: await county.openTaskOf(residentId) };
}

const eventsOf = async (task: TaskView) => {
  const [opened, completed, suggested] = [
    await county.service.published(taskOpened),
    await county.service.published(taskCompleted),
    await county.service.published(taskReferralSuggested),
  ];
  return [...opened, ...completed, ...suggested].filter(({ key }) => key === task.taskId);
};

describe('completing a follow-up', () => {
  it('at target answers with its class, tells it, and plans the next one in three months', async () => {
    const { residentId, task } = await enrolled();
    const { status, headers, body } = await county.complete(task, { completedOn: '2026-06-09' });
    expect([status, headers.etag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      state: 'DONE',
      completedOn: '2026-06-09',
      practitionerCode: 'D-V1',
      record: { readings: { systolic: 138, diastolic: 84, signs: [] }, adverseReaction: 'NONE', complication: 'NONE' },
      classification: 'CONTROLLED',
      controlled: true,
      classifiedBy: 'changle-2026.1',
      referralReasons: [],
      nextDue: '2026-09-09',
      allowedActions: [],
    });
    const [, completed, ...more] = await eventsOf(task);
    expect(completed).toMatchObject({
      aggregateVersion: 2,
      data: { classification: 'CONTROLLED', controlled: true, completedOn: '2026-06-09', nextDue: '2026-09-09' },
    });
    expect(more).toEqual([]);
    const [, next] = await county.tasksOf(residentId);
    expect(next).toMatchObject({
      sequence: 2,
      state: 'PLANNED',
      windowStart: '2026-08-26',
      due: '2026-09-09',
      ruleId: 'HTN-NEXT-CONTROLLED',
    });
    const audit = await county.service.query("select role from audit where resident_id = $1 and action = 'complete'", [
      residentId,
    ]);
    expect(audit).toEqual([{ role: 'VILLAGE_CLINIC' }]);
  });

  it('not at target is seen again within two weeks, and a second time in a row suggests a referral', async () => {
    const { residentId, task } = await enrolled();
    expect((await county.complete(task, pressure(156, 92))).body).toMatchObject({
      classification: 'UNCONTROLLED',
      referralReasons: [],
      nextDue: '2026-06-24',
    });
    const again = await county.openTaskOf(residentId);
    expect(again).toMatchObject({ sequence: 2, windowStart: '2026-06-10', ruleId: 'HTN-NEXT-UNCONTROLLED' });
    const second = await county.complete(again, { ...pressure(150, 90), occurredAt: '2026-06-24T10:00:00+08:00' });
    expect(second.body).toMatchObject({ version: 3, nextDue: '2026-07-08' });
    const [opened, completed, suggested] = await eventsOf(again);
    expect([opened, completed, suggested].map((event) => event!.aggregateVersion)).toEqual([1, 2, 3]);
    expect(suggested!.data).toMatchObject({
      urgency: 'ROUTINE',
      reasonCodes: ['TWICE_UNCONTROLLED'],
      diagnosisCodes: ['I10.x00'],
      ruleHits: [{ ruleId: 'HTN-TWICE-UNCONTROLLED', ruleVersion: 'changle-2026.1' }],
    });
    const third = await county.openTaskOf(residentId);
    expect((await eventsOf(third)).map(({ data }) => (data as { causeEventId?: string }).causeEventId)).toEqual([completed!.id]);
  });

  it('152/92, then 138/84, then 145/90 are not twice in a row', async () => {
    const { residentId, task } = await enrolled();
    await county.complete(task, pressure(152, 92));
    await county.complete(await county.openTaskOf(residentId), pressure(138, 84));
    await county.operator.post(sweep, { asOf: '2026-07-01', occurredAt: '2026-07-01T06:00:00+08:00' });
    const [, , planned] = await county.tasksOf(residentId);
    expect(planned).toMatchObject({ state: 'PLANNED', sequence: 3 });
    await county.operator.post(sweep, { asOf: '2026-09-01', occurredAt: '2026-09-01T06:00:00+08:00' });
    const third = await county.complete(await county.openTaskOf(residentId), {
      ...pressure(145, 90),
      occurredAt: '2026-09-01T07:00:00+08:00',
    });
    expect(third.body).toMatchObject({ classification: 'UNCONTROLLED', referralReasons: [], nextDue: '2026-09-15' });
  });

  it('an emergency of diabetes goes up at once', async () => {
    const { task } = await enrolled({ programme: 'T2DM', diagnosisCode: 'E11.900' });
    const { body } = await county.complete(task, { readings: { fastingGlucose: '16.7', signs: ['KETONE_BREATH'] } });
    expect(body).toMatchObject({ classification: 'EMERGENCY', controlled: false, version: 3 });
    const [, , suggested] = await eventsOf(task);
    expect(suggested!.data).toMatchObject({ urgency: 'EMERGENCY', reasonCodes: ['CRITICAL'], diagnosisCodes: ['E11.900'] });
  });

  it('names every reading that it lacks and every sign that nobody knows', async () => {
    const { task } = await enrolled();
    const bare = await county.complete(task, { readings: null });
    expect([bare.status, pointersOf(bare.body)]).toEqual([422, ['/readings/systolic', '/readings/diastolic']]);
    const misspelt = await county.complete(task, { readings: { systolic: 120, signs: ['VOMITTING'] } });
    expect(codesOf(misspelt.body)).toEqual(['reading-missing', 'sign-unknown']);
    expect(pointersOf(misspelt.body)).toEqual(['/readings/diastolic', '/readings/signs/0']);
    expect((await county.openTaskOf(task.residentId)).version).toBe(1);
  });

  it('is refused with every reason', async () => {
    const { task } = await enrolled();
    const answer = await county.complete(task, { completedOn: '2026-05-31', practitionerCode: 'D-NOBODY', readings: {} });
    expect(answer.status).toBe(422);
    expect(codesOf(answer.body)).toEqual(['too-early', 'practitioner-not-employed', 'reading-missing', 'reading-missing']);
    expect(codesOf((await county.complete(task, { completedOn: '2026-06-11' })).body)).toEqual(['visit-ahead']);
  });

  it('needs the version that was read, and happens once', async () => {
    const { task } = await enrolled();
    const url = `${tasks}/${task.taskId}/complete`;
    expect((await county.village.post(url, visit())).status).toBe(428);
    expect((await county.village.post(url, visit(), { ifMatch: 7 })).status).toBe(412);
    const answers = await Promise.all(Array.from({ length: 5 }, () => county.complete(task)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    expect(codesOf((await county.complete({ ...task, version: 2 })).body)).toEqual(['not-open']);
    expect((await county.tasksOf(task.residentId)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('names every fault of shape, and logs nothing of what was found', async () => {
    const { task } = await enrolled();
    const readings = { systolic: '138', diastolic: 9000, fastingGlucose: 6.9, spare: 1 };
    const answer = await county.complete(task, { readings, complication: 'OLD', spare: 1 });
    expect(answer.status).toBe(400);
    expect([...new Set(pointersOf(answer.body))].sort()).toEqual([
      '/complication',
      '/readings/diastolic',
      '/readings/fastingGlucose',
      '/readings/spare',
      '/readings/systolic',
      '/spare',
    ]);
    expect((await county.complete(task, { readings: [] })).status).toBe(400);
    expect(county.logged.filter((line) => /systolic|diastolic|fastingGlucose/.test(line))).toEqual([]);
  });
});

describe('a death that is told while a visit is entered', () => {
  it('leaves nothing undone', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { residentId, task } = await enrolled();
      const death = county.service.publish(resident(residentId, { diedOn: '2026-06-20' }, 2));
      const [answer] = await Promise.all([county.complete(task, pressure(156, 92)), death]);
      expect([200, 409, 412]).toContain(answer.status);
      const states = (await county.tasksOf(residentId)).map(({ state }) => state);
      expect(states).toEqual(answer.status === 200 ? ['DONE', 'CANCELLED'] : ['CANCELLED']);
    }
  });
});

describe('the sweep', () => {
  it('opens what has its window by the day, once, and nothing ahead of today', async () => {
    const { residentId, task } = await enrolled();
    await county.complete(task);
    const open = (asOf: string, key = newId()) =>
      county.operator.post(sweep, { asOf, occurredAt: '2026-08-27T06:00:00+08:00' }, { key });
    await open('2026-08-26');
    expect((await county.tasksOf(residentId))[1]).toMatchObject({ state: 'PLANNED', windowStart: '2026-08-27' });
    const key = newId();
    const first = await open('2026-08-27', key);
    expect([first.status, first.body.opened]).toEqual([200, expect.any(Number)]);
    expect((await open('2026-08-27', key)).body).toEqual(first.body);
    expect((await open('2026-08-27')).body).toEqual({ asOf: '2026-08-27', opened: 0 });
    const next = await county.openTaskOf(residentId);
    expect((await eventsOf(next)).map(({ aggregateVersion, data }) => [aggregateVersion, data.sequence])).toEqual([[1, 2]]);
    const ahead = await open('2026-08-28');
    expect([ahead.status, codesOf(ahead.body)]).toEqual([422, ['sweep-ahead']]);
  });
});

describe('the work list', () => {
  it('shows the most urgent first, page by page, with team, last contact and lateness', async () => {
    const residentId = await publishResident(county.service);
    await county.enrol(residentId, { programme: 'T2DM', diagnosisCode: 'E11.900' });
    await county.enrol(residentId, { enrolledOn: '2026-05-20' });
    await county.service.publish(contract(residentId));
    await county.service.publish(encounter(residentId, '2026-05-28T23:30:00.000+08:00'));
    await county.service.publish(encounter(residentId, '2026-05-02T08:00:00.000+08:00'));
    const url = `${tasks}?residentId=${residentId}&institutionCode=V1&state=OPEN&kind=PROGRAMME_FOLLOW_UP`;
    const first = await county.village.get<{ items: TaskView[] }>(`${url}&limit=1&asOf=2026-06-15`);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        programme: 'HTN',
        due: '2026-06-03',
        overdue: true,
        teamCode: 'TEAM-1',
        lastEncounterOn: '2026-05-28',
        allowedActions: ['complete'],
      }),
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await county.village.get<{ items: TaskView[] }>(next!);
    expect(second.body.items.map(({ programme, overdue }) => [programme, overdue])).toEqual([['T2DM', false]]);
    const due = await county.village.get<{ items: TaskView[] }>(`${url}&dueTo=2026-06-03&asOf=2027-01-01`);
    expect(due.body.items.map(({ programme, teamCode }) => [programme, teamCode])).toEqual([['HTN', null]]);
    expect((await county.village.get(`${tasks}?cursor=${Buffer.from('["x","y"]').toString('base64url')}`)).status).toBe(400);
  });

  it('is for the own side and who stands above; to others a task does not exist', async () => {
    const { task } = await enrolled();
    const url = `${tasks}/${task.taskId}`;
    expect((await county.village.get(url)).body).toMatchObject({ taskId: task.taskId, overdue: true });
    expect((await county.hospital.get(url)).status).toBe(200);
    expect((await county.neighbour.get(url)).status).toBe(404);
    expect((await county.complete(task, {}, county.neighbour)).status).toBe(404);
    const list = await county.neighbour.get<{ items: TaskView[] }>(`${tasks}?limit=500`);
    expect(list.body.items).toEqual([]);
    expect((await county.complete(task, { practitionerCode: 'D-T1' }, county.township)).status).toBe(200);
  });
});
