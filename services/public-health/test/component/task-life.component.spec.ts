import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  enrolmentTransferred,
  taskCancelled,
  taskCompleted,
  taskOpened,
  taskReferralSuggested,
  taskReplanned,
} from '@yigongti/events';
import { addDays } from '@yigongti/kernel';
import fc from 'fast-check';
import type { TaskView } from '../../src/task/task-view.ts';
import { CountyAtWork, enrolments, sweep, tasks, visit } from '../fixtures/county-at-work.ts';
import { accepted, publishResident, resident } from '../fixtures/county.ts';

let county: CountyAtWork;

beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

const day = fc.nat({ max: 110 }).map((days) => addDays('2026-06-01', days));
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('enrol' as const), programme: fc.constantFrom('HTN', 'T2DM'), on: day }) },
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('complete' as const),
      index: fc.nat({ max: 5 }),
      /** Mostly work that waits: chance alone seldom gets beyond a refusal. */
      open: fc.constantFrom(true, true, true, false),
      stale: fc.constantFrom(false, false, false, false, true),
      twice: fc.boolean(),
      systolic: fc.integer({ min: 110, max: 190 }),
      fastingGlucose: fc.integer({ min: 35, max: 180 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
      complication: fc.constantFrom('NONE', 'NONE', 'NEW'),
      lateDays: fc.integer({ min: -2, max: 30 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('visit' as const),
      twice: fc.boolean(),
      systolic: fc.integer({ min: 110, max: 190 }),
      glucose: fc.constantFrom(true, true, false),
      lateDays: fc.integer({ min: 0, max: 30 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('move' as const), to: fc.constantFrom('V1', 'T1', 'T2') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('replay' as const), again: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('sweep' as const), on: day }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('refer' as const), again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('die' as const), on: day }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  task_id: string;
  step: string;
  sequence: number;
  state: string;
  version: number;
  visit_id: string | null;
}

const at = (on: string) => `${on}T10:00:00+08:00`;

/** What a life has been told so far. */
interface Memory {
  residentVersion: number;
  state: Parameters<typeof resident>[1];
  referral?: ReturnType<typeof accepted>;
}

/** As the hospital above all units sees them, wherever the resident has moved. */
async function tasksOf(residentId: string): Promise<readonly TaskView[]> {
  return (await county.hospital.get<{ items: TaskView[] }>(`${tasks}?residentId=${residentId}`)).body.items;
}

/** One visit to everything that is open. */
async function visitAll(residentId: string, order: Command & { act: 'visit' }): Promise<void> {
  const open = (await tasksOf(residentId)).filter(({ state }) => state === 'OPEN');
  if (open.length === 0) return;
  const named = open.map(({ taskId, version }) => ({ taskId, version, adverseReaction: 'NONE', complication: 'NONE' }));
  const { systolic, glucose, lateDays } = order;
  const readings = { systolic, diastolic: 80, ...(glucose ? { fastingGlucose: '7.5' } : {}) };
  const last = open
    .map(({ windowStart }) => windowStart)
    .sort()
    .at(-1)!;
  const request = { residentId, tasks: named, practitionerCode: 'D-V1', readings, occurredAt: at(addDays(last, lateDays)) };
  const record = () => county.hospital.post('/public-health/v1/visits', request);
  const answers = await Promise.all(order.twice ? [record(), record()] : [record()]);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  expect(answers.every(({ status }) => [200, 409, 412, 422].includes(status))).toBe(true);
}

async function tellOf(residentId: string, memory: Memory, change: Parameters<typeof resident>[1]): Promise<void> {
  memory.residentVersion += 1;
  memory.state = { ...memory.state, ...change };
  await county.service.publish(resident(residentId, memory.state, memory.residentVersion));
}

async function obey(residentId: string, order: Command, memory: Memory): Promise<void> {
  if (order.act === 'enrol') {
    const diagnosisCode = order.programme === 'HTN' ? 'I10.x00' : 'E11.900';
    const body = { residentId, programme: order.programme, institutionCode: 'V1', diagnosisCode, occurredAt: at(order.on) };
    await county.village.post(enrolments, body);
  } else if (order.act === 'complete') {
    const all = (await tasksOf(residentId)).filter(({ state }) => !order.open || state === 'OPEN');
    const task = all[order.index % all.length];
    if (!task) return;
    const { systolic, fastingGlucose, complication, lateDays } = order;
    const occurredAt = at(addDays(task.windowStart, lateDays));
    const body = visit({ readings: { systolic, diastolic: 80, fastingGlucose }, complication, occurredAt });
    const ifMatch = order.stale ? task.version + 1 : task.version;
    const complete = () => county.hospital.post(`${tasks}/${task.taskId}/complete`, body, { ifMatch });
    const answers = await Promise.all(order.twice ? [complete(), complete()] : [complete()]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => [200, 409, 412, 422].includes(status))).toBe(true);
  } else if (order.act === 'sweep') {
    await county.operator.post(sweep, { asOf: order.on, occurredAt: at(order.on) });
  } else if (order.act === 'refer') {
    const event = accepted(residentId, order.again && memory.referral ? { referralId: memory.referral.aggregateId } : {});
    memory.referral = event;
    await county.service.publish(event);
  } else if (order.act === 'visit') {
    await visitAll(residentId, order);
  } else if (order.act === 'move') {
    await tellOf(residentId, memory, { homeInstitutionCode: order.to });
  } else if (order.act === 'replay') {
    // The same event again, or the same state under a new version: nothing may be planned by it.
    if (order.again && memory.referral) await county.service.publish(memory.referral);
    else await tellOf(residentId, memory, {});
  } else {
    await tellOf(residentId, memory, { diedOn: order.on });
  }
}

async function versionsByTask(residentId: string): Promise<Map<string, number[]>> {
  const versions = new Map<string, number[]>();
  for (const definition of [taskOpened, taskCompleted, taskReferralSuggested, taskReplanned, taskCancelled]) {
    for (const { key, aggregateVersion, data } of await county.service.published<{ residentId: string }>(definition as never)) {
      if (data.residentId === residentId)
        versions.set(
          key,
          [...(versions.get(key) ?? []), aggregateVersion].sort((a, b) => a - b),
        );
    }
  }
  return versions;
}

/** Every life begins in care: chance alone seldom enrols before it sweeps, visits and dies. */
const inCare: Command[] = [
  { act: 'enrol', programme: 'HTN', on: '2026-06-01' },
  { act: 'enrol', programme: 'T2DM', on: '2026-06-08' },
];

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('the tasks of a resident', () => {
  it('are one a step, one undone at a time, and tell every version, whatever happens in whatever order', async () => {
    const seen = { DONE: 0, suggested: 0, CANCELLED: 0, merged: 0, moved: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 14 }), async (orders) => {
        const residentId = await publishResident(county.service);
        const memory: Memory = { residentVersion: 1, state: {} };
        for (const order of [...inCare, ...orders]) await obey(residentId, order, memory);
        const rows = await county.service.query<Row>(
          `select task_id, coalesce(enrolment_id, referral_id)::text as step, sequence, state, version, visit_id from task
           where resident_id = $1 order by step, sequence`,
          [residentId],
        );
        const told = await versionsByTask(residentId);
        for (const step of new Set(rows.map((row) => row.step))) {
          const own = rows.filter((row) => row.step === step);
          expect(own.map(({ sequence }) => sequence)).toEqual(upTo(own.length));
          expect(own.filter(({ state }) => ['PLANNED', 'OPEN'].includes(state)).length).toBeLessThanOrEqual(1);
        }
        for (const { task_id, version, state } of rows) {
          expect(told.get(task_id) ?? []).toEqual(upTo(version));
          if (state === 'DONE' || state === 'CANCELLED') seen[state] += 1;
        }
        seen.merged += new Set(rows.flatMap(({ visit_id: visitId }) => visitId ?? [])).size;
        if (memory.state?.diedOn) expect(rows.every(({ state }) => state !== 'OPEN' && state !== 'PLANNED')).toBe(true);
      }),
      { numRuns: 25, seed: 20260601 },
    );
    seen.suggested = (await county.service.published(taskReferralSuggested)).length;
    seen.moved = (await county.service.published(enrolmentTransferred)).length;
    // The property is empty unless all of it happens.
    for (const happened of Object.values(seen)) expect(happened).toBeGreaterThan(10);
  }, 240_000);
});
