import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@yigongti/kernel';
import { StaleVersion } from '@yigongti/messaging';
import { ownDatabase, type OwnDatabase } from '../../../test/fixtures/own-database.ts';
import { hypertension } from '../../../test/fixtures/programme-terms.ts';
import { aPlan, aVisit } from '../../../test/fixtures/tasks.ts';
import { completeTask } from '../domain/complete-task.ts';
import { cancelTask, openTask, planTask, type Task, type TaskPlan } from '../domain/task.ts';
import { completedEvent, openedEvent, suggestedEvent } from '../task-events.ts';
import { TypeormTaskRepository } from './typeorm-task.repository.ts';

const tasks = new TypeormTaskRepository();
let own: OwnDatabase;
let enrolmentId: string;
const residentId = '019f0000-0000-7001-8000-000000000001';

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.close());
beforeEach(async () => {
  await own.query('truncate task, enrolment, outbox');
  enrolmentId = own.ids.next();
  await own.query(
    `insert into enrolment (enrolment_id, resident_id, programme, institution_code, diagnosis_code, enrolled_on, profile_version, version)
     values ($1, $2, 'HTN', 'V1', 'I10.x00', '2026-06-01', 'test-1', 1)`,
    [enrolmentId, residentId],
  );
});

const planned = (change: Partial<TaskPlan> = {}): Task =>
  planTask({ ...aPlan, taskId: own.ids.next(), residentId, enrolmentId, ...change });
const openedNow = (change: Partial<TaskPlan> = {}): Task => openTask(planned(change), '2026-06-01');
const toldOf = (task: Task) => openedEvent(task, own.moment, own.ids.next());
const insert = (task: Task) =>
  own.transactions.run((tx) => tasks.insertOnce(tx, task, task.state === 'OPEN' ? [toldOf(task)] : []));
const read = (task: Task) => own.transactions.run((tx) => tasks.read(tx, task.taskId));
const told = async () => (await own.query<{ n: number }>('select count(*)::int as n from outbox'))[0]!.n;

/** Done, and the second in a row not at target. */
const suggestive = (open: Task): Task => {
  const record = {
    readings: { systolic: 156, diastolic: 92, signs: ['VOMITING'] },
    adverseReaction: 'PRESENT',
    complication: 'NEW',
  } as const;
  return completeTask(open, { ...aVisit, record, earlierControlled: [false] }, hypertension);
};

describe('the tasks in their table', () => {
  it('come back as they went, with all that was found', async () => {
    const open = openedNow();
    await insert(open);
    expect(await read(open)).toEqual(open);
    const done = suggestive(open);
    const events = [
      completedEvent(done, own.moment, own.ids.next()),
      suggestedEvent({ task: done, diagnosisCodes: ['I10.x00'] }, own.moment, own.ids.next()),
    ];
    await own.transactions.run((tx) => tasks.update(tx, open, done, events));
    expect(await read(open)).toEqual(done);
    const versions = await own.query<{ aggregate_version: number }>('select aggregate_version from outbox order by position');
    expect(versions.map((row) => row.aggregate_version)).toEqual([1, 2, 3]);
  });

  it.each([
    ['an enrolment', () => ({ enrolmentId, sequence: 2 })],
    ['a referral', () => ({ enrolmentId: null, referralId: residentId, sequence: 1 })],
  ])('are one a step of %s, whoever plans in parallel; only the first is told', async (_, step) => {
    const plans = Array.from({ length: 10 }, () => openedNow(step()));
    const inserted = await Promise.all(plans.map(insert));
    expect(inserted.filter(Boolean)).toHaveLength(1);
    expect(await own.query('select 1 from task')).toHaveLength(1);
    expect(await told()).toBe(1);
    expect(await insert(planned(step()))).toBe(false);
  });

  it('do not change on an older version', async () => {
    const open = openedNow();
    await insert(open);
    const late = own.transactions.run((tx) => tasks.update(tx, planTask(open), cancelTask(open, 'DIED'), []));
    await expect(late).rejects.toBeInstanceOf(StaleVersion);
    expect((await read(open))!.state).toBe('OPEN');
  });

  it('are opened by the day, some at a time, in one order for everybody', async () => {
    const all = [0, 1, 2, 3].map((days) => planned({ sequence: days + 1, windowStart: addDays('2026-06-01', days) }));
    for (const task of all) await insert(task);
    const open = (asOf: string, limit: number) =>
      own.transactions.run(async (tx) => {
        const due = await tasks.findToOpen(tx, asOf, limit);
        const opened = due.map((task) => openTask(task, asOf));
        await tasks.openAll(tx, opened, opened.map(toldOf));
        return opened.map(({ sequence }) => sequence);
      });
    expect(await open('2026-06-03', 2)).toEqual([1, 2]);
    expect(await open('2026-06-03', 2)).toEqual([3]);
    expect(await open('2026-06-03', 2)).toEqual([]);
    expect(await told()).toBe(3);
    const twice = own.transactions.run((tx) =>
      tasks.openAll(tx, [openTask(all[0]!, '2026-06-03')], [toldOf(openTask(all[0]!, '2026-06-03'))]),
    );
    await expect(twice).rejects.toBeInstanceOf(StaleVersion);
  });

  it('tell what is undone, and how the earlier follow-ups went, the latest first', async () => {
    const [first, second, third] = [1, 2, 3].map((sequence) => openedNow({ sequence }));
    for (const task of [first!, second!, third!]) await insert(task);
    const close = (open: Task, systolic: number) => {
      const record = { ...aVisit.record, readings: { systolic, diastolic: 80, signs: [] } };
      const done = completeTask(open, { ...aVisit, record }, hypertension);
      return own.transactions.run((tx) => tasks.update(tx, open, done, [completedEvent(done, own.moment, own.ids.next())]));
    };
    await close(second!, 170);
    await close(first!, 120);
    expect(await own.transactions.run((tx) => tasks.courseOf(tx, enrolmentId))).toEqual({
      diagnosisCode: 'I10.x00',
      earlierControlled: [false, true],
    });
    const undone = await own.transactions.run((tx) => tasks.findUndone(tx, residentId));
    expect(undone.map(({ sequence }) => sequence)).toEqual([3]);
    await expect(own.transactions.run((tx) => tasks.courseOf(tx, residentId))).rejects.toThrow('names enrolment');
  });
});
