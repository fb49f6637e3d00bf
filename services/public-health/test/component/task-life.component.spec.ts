import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskCancelled, taskCompleted, taskOpened, taskReferralSuggested } from '@yigongti/events';
import { addDays } from '@yigongti/kernel';
import fc from 'fast-check';
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
  { weight: 6, arbitrary: fc.record({ act: fc.constant('sweep' as const), on: day }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('refer' as const), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('die' as const), on: day }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  task_id: string;
  step: string;
  sequence: number;
  state: string;
  version: number;
}

const at = (on: string) => `${on}T10:00:00+08:00`;

async function obey(residentId: string, order: Command, memory: { referralId?: string; residentVersion: number }): Promise<void> {
  if (order.act === 'enrol') {
    const diagnosisCode = order.programme === 'HTN' ? 'I10.x00' : 'E11.900';
    const body = { residentId, programme: order.programme, institutionCode: 'V1', diagnosisCode, occurredAt: at(order.on) };
    await county.village.post(enrolments, body);
  } else if (order.act === 'complete') {
    const all = (await county.tasksOf(residentId)).filter(({ state }) => !order.open || state === 'OPEN');
    const task = all[order.index % all.length];
    if (!task) return;
    const { systolic, fastingGlucose, complication, lateDays } = order;
    const occurredAt = at(addDays(task.windowStart, lateDays));
    const body = visit({ readings: { systolic, diastolic: 80, fastingGlucose }, complication, occurredAt });
    const ifMatch = order.stale ? task.version + 1 : task.version;
    const complete = () => county.township.post(`${tasks}/${task.taskId}/complete`, body, { ifMatch });
    const answers = await Promise.all(order.twice ? [complete(), complete()] : [complete()]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => [200, 409, 412, 422].includes(status))).toBe(true);
  } else if (order.act === 'sweep') {
    await county.operator.post(sweep, { asOf: order.on, occurredAt: at(order.on) });
  } else if (order.act === 'refer') {
    const event = accepted(residentId, order.again && memory.referralId ? { referralId: memory.referralId } : {});
    memory.referralId = event.aggregateId;
    await county.service.publish(event);
  } else {
    memory.residentVersion += 1;
    await county.service.publish(resident(residentId, { diedOn: order.on }, memory.residentVersion));
  }
}

async function versionsByTask(residentId: string): Promise<Map<string, number[]>> {
  const versions = new Map<string, number[]>();
  for (const definition of [taskOpened, taskCompleted, taskReferralSuggested, taskCancelled]) {
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
    const seen = { DONE: 0, suggested: 0, CANCELLED: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 14 }), async (orders) => {
        const residentId = await publishResident(county.service);
        const memory = { residentVersion: 1 };
        for (const order of [...inCare, ...orders]) await obey(residentId, order, memory);
        const rows = await county.service.query<Row>(
          `select task_id, coalesce(enrolment_id, referral_id)::text as step, sequence, state, version from task
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
          if (state === 'DONE') seen.suggested += version - 2;
          if (state === 'DONE' || state === 'CANCELLED') seen[state] += 1;
        }
        if (memory.residentVersion > 1) expect(rows.every(({ state }) => state !== 'OPEN' && state !== 'PLANNED')).toBe(true);
      }),
      { numRuns: 25, seed: 20260601 },
    );
    // The property is empty unless all of it happens.
    for (const happened of Object.values(seen)) expect(happened).toBeGreaterThan(10);
  }, 120_000);
});
