import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskCompleted, taskOpened, taskReferralSuggested } from '@yigongti/events';
import type { TestAnswer } from '@yigongti/testing';
import type { TaskView } from '../../src/task/task-view.ts';
import type { VisitView } from '../../src/visit/visit-view.ts';
import { codesOf, CountyAtWork, pointersOf } from '../fixtures/county-at-work.ts';
import { accepted, newId, publishResident } from '../fixtures/county.ts';

const visits = '/public-health/v1/visits';
let county: CountyAtWork;
beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

/** A resident in care for both programmes, and home from the hospital: three open tasks. */
async function threeTasks(): Promise<readonly TaskView[]> {
  const residentId = await publishResident(county.service);
  await county.enrol(residentId);
  await county.enrol(residentId, { programme: 'T2DM', diagnosisCode: 'E11.900' });
  await county.service.publish(accepted(residentId, { toInstitutionCode: 'V1' }));
  const open = (await county.tasksOf(residentId)).filter(({ state }) => state === 'OPEN');
  expect(open.map(({ programme, kind }) => programme ?? kind).sort()).toHaveLength(3);
  return open;
}
const visited = ({ taskId, version }: TaskView, change: object = {}) => ({
  taskId,
  version,
  adverseReaction: 'NONE',
  complication: 'NONE',
  ...change,
});
const body = (tasks: readonly TaskView[], change: object = {}) => ({
  residentId: tasks[0]!.residentId,
  tasks: tasks.map((task) => visited(task)),
  practitionerCode: 'D-V1',
  readings: { systolic: 138, diastolic: 84, fastingGlucose: '7.4' },
  occurredAt: '2026-06-12T10:00:00+08:00',
  ...change,
});
const record = (tasks: readonly TaskView[], change: object = {}): Promise<TestAnswer<VisitView>> =>
  county.village.post<VisitView>(visits, body(tasks, change));
const undoneOf = async (residentId: string) =>
  (await county.tasksOf(residentId)).filter(({ state }) => state === 'OPEN' || state === 'PLANNED');

async function refused(send: () => Promise<TestAnswer<unknown>>): Promise<TestAnswer<object>> {
  const state = async () =>
    county.service.query('select task_id, state, version from task union all select event_id, null, null from outbox order by 1');
  await county.service.published(taskCompleted);
  const before = await state();
  const answer = (await send()) as TestAnswer<object>;
  expect(answer.status).toBeGreaterThanOrEqual(400);
  await county.service.published(taskCompleted);
  expect(await state()).toEqual(before);
  return answer;
}

describe('a visit', () => {
  it('closes three tasks at once; the next ones are due on the earliest date, and say so', async () => {
    const tasks = await threeTasks();
    const { status, body: view } = await record(tasks);
    expect(status).toBe(200);
    expect(view.closed.map(({ state, visitId }) => [state, visitId])).toEqual(tasks.map(() => ['DONE', view.visitId]));
    expect(view.leftOpen).toEqual([]);
    const next = await undoneOf(view.residentId);
    expect(next.map(({ programme, due, ruleId }) => [programme, due, ruleId]).sort()).toEqual([
      ['HTN', '2026-06-26', 'HTN-NEXT-CONTROLLED-MERGED'],
      ['T2DM', '2026-06-26', 'T2DM-NEXT-UNCONTROLLED'],
    ]);
    const told = (await county.service.published(taskCompleted)).filter(({ data }) => data.visitId === view.visitId);
    expect(told).toHaveLength(3);
  });

  it('without the glucose value closes two, and the third stays as it was', async () => {
    const tasks = await threeTasks();
    const { body: view } = await record(tasks, { readings: { systolic: 138, diastolic: 84 } });
    expect(view.closed).toHaveLength(2);
    const diabetes = tasks.find(({ programme, kind }) => programme === 'T2DM' && kind === 'PROGRAMME_FOLLOW_UP')!;
    expect(view.leftOpen).toEqual([{ taskId: diabetes.taskId, missing: ['/readings/fastingGlucose'] }]);
    expect((await county.village.get(`/public-health/v1/tasks/${diabetes.taskId}`)).body).toMatchObject({
      state: 'OPEN',
      version: 1,
    });
  });

  it('suggests one referral, with the reasons of every programme', async () => {
    const tasks = await threeTasks();
    const { body: view } = await record(tasks, { readings: { systolic: 190, diastolic: 84, fastingGlucose: '17.0' } });
    const suggested = (await county.service.published(taskReferralSuggested)).filter(
      ({ data }) => data.residentId === view.residentId,
    );
    expect(suggested).toHaveLength(1);
    expect(suggested[0]!.data.ruleHits.map(({ ruleId }) => ruleId).sort()).toEqual(['HTN-EMERGENCY', 'T2DM-EMERGENCY']);
    expect(suggested[0]!.data).toMatchObject({ urgency: 'EMERGENCY', reasonCodes: ['CRITICAL'] });
    expect([...suggested[0]!.data.diagnosisCodes].sort()).toEqual(['E11.900', 'I10.x00']);
  });

  it('is recorded once when it is sent eight times at once, whatever the keys', async () => {
    const tasks = await threeTasks();
    const answers = await Promise.all(Array.from({ length: 8 }, () => record(tasks)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    expect(await undoneOf(tasks[0]!.residentId)).toHaveLength(2);
    const opened = (await county.service.published(taskOpened)).filter(({ data }) => data.residentId === tasks[0]!.residentId);
    expect(new Set(opened.map(({ key }) => key)).size).toBe(opened.length);
  });

  it('answers the same to the same key, and is refused to another body', async () => {
    const tasks = await threeTasks();
    const key = newId();
    const send = (change: object = {}) => county.village.post(visits, body(tasks, change), { key });
    const first = await send();
    expect((await send()).body).toEqual(first.body);
    const other = await refused(() => send({ readings: { systolic: 120, diastolic: 80 } }));
    expect([other.status, other.body]).toEqual([422, expect.objectContaining({ code: 'command.key-reused' })]);
  });
});

describe('a visit is refused as a whole, and writes nothing,', () => {
  it('with every task that is not there, is somebody else’s or has changed', async () => {
    const [tasks, others] = [await threeTasks(), await threeTasks()];
    const foreign = await refused(() => record([tasks[0]!, others[0]!, { ...tasks[1]!, taskId: newId() }]));
    expect([codesOf(foreign.body), pointersOf(foreign.body)]).toEqual([
      ['other-resident', 'not-found'],
      ['/tasks/1/taskId', '/tasks/2/taskId'],
    ]);
    const stale = await refused(() => record(tasks.map((task) => ({ ...task, version: task.version + 1 }))));
    expect([stale.status, pointersOf(stale.body)]).toEqual([412, ['/tasks/0/version', '/tasks/1/version', '/tasks/2/version']]);
  });

  it('with every reason at once', async () => {
    const tasks = await threeTasks();
    const answer = await refused(() =>
      record(tasks, {
        practitionerCode: 'D-NOBODY',
        completedOn: '2026-06-20',
        readings: { systolic: 138, signs: ['SNEEZE'] },
      }),
    );
    expect(answer.status).toBe(422);
    expect(codesOf(answer.body).sort()).toEqual(
      ['visit-ahead', 'practitioner-not-employed', 'sign-unknown', 'reading-missing', 'reading-missing'].sort(),
    );
  });

  it('that would close nothing', async () => {
    const tasks = (await threeTasks()).filter(({ kind }) => kind === 'PROGRAMME_FOLLOW_UP');
    const answer = await refused(() => record(tasks, { readings: { heartRate: 70 } }));
    expect(pointersOf(answer.body).sort()).toEqual(['/readings/diastolic', '/readings/fastingGlucose', '/readings/systolic']);
  });

  it('by faults of shape, each named; and for another institution’s resident', async () => {
    const tasks = await threeTasks();
    const answer = await refused(() =>
      record(tasks, {
        tasks: [visited(tasks[0]!, { spare: 1 }), visited(tasks[0]!, { complication: 'BAD' }), 'x'],
        readings: { systolic: '138', pulse: 1 },
        completedOn: '2026-02-30',
        residentId: 7,
      }),
    );
    expect(answer.status).toBe(400);
    expect([...new Set(pointersOf(answer.body))].sort()).toEqual([
      '/completedOn',
      '/readings/pulse',
      '/readings/systolic',
      '/residentId',
      '/tasks',
      '/tasks/0/spare',
      '/tasks/1/complication',
      '/tasks/2',
    ]);
    expect((await refused(() => county.neighbour.post(visits, body(tasks)))).status).toBe(404);
  });
});
