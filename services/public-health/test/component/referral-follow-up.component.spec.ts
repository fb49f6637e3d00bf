import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskCancelled, taskCompleted, taskOpened } from '@yigongti/events';
import { eventually } from '@yigongti/testing';
import { CountyAtWork } from '../fixtures/county-at-work.ts';
import { accepted, cancelled, followUpRequested, newId, noShow, publishResident, resident } from '../fixtures/county.ts';

let county: CountyAtWork;

beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

const openedFor = async (residentId: string) =>
  (await county.service.published(taskOpened)).filter(({ data }) => data.residentId === residentId);

describe('a referral', () => {
  it('that goes down with a plan makes the task of who accepted it, open from that day', async () => {
    const residentId = await publishResident(county.service);
    const event = accepted(residentId);
    await county.service.publish(event);
    const [opened, ...more] = await openedFor(residentId);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({
      aggregateVersion: 1,
      data: {
        kind: 'REFERRAL_FOLLOW_UP',
        institutionCode: 'T1',
        referralId: event.aggregateId,
        enrolmentId: null,
        programme: 'HTN',
        sequence: 1,
        windowStart: '2026-06-10',
        due: '2026-06-24',
        ruleId: 'REFERRAL-FOLLOW-UP',
        ruleVersion: 'changle-2026.1',
        causeEventId: event.eventId,
        occurredAt: event.data.occurredAt,
      },
    });
    expect(opened!.headers).toMatchObject({ ce_causationid: event.eventId, ce_correlationid: event.correlationId });
  });

  it('makes one task, whatever is delivered or said again', async () => {
    const residentId = await publishResident(county.service);
    const event = accepted(residentId);
    await county.service.publish(event);
    await county.service.publish(event);
    await county.service.publish({ ...event, eventId: newId(), aggregateVersion: 2 });
    expect(await openedFor(residentId)).toHaveLength(1);
  });

  it.each([
    ['goes up', { direction: 'UP' as const }],
    ['has no plan', { followUpPlan: null }],
  ])('that %s makes none', async (_, change) => {
    const residentId = await publishResident(county.service);
    await county.service.publish(accepted(residentId, change));
    expect(await openedFor(residentId)).toEqual([]);
  });

  it('that sends nobody down makes the task of the home unit', async () => {
    const residentId = await publishResident(county.service);
    await county.service.publish(followUpRequested(residentId));
    expect((await openedFor(residentId)).map(({ data }) => [data.institutionCode, data.due])).toEqual([['V1', '2026-06-24']]);
  });

  it('of somebody who is dead or gone makes none', async () => {
    const residentId = await publishResident(county.service, { diedOn: '2026-06-09' });
    await county.service.publish(accepted(residentId));
    expect(await openedFor(residentId)).toEqual([]);
  });

  it('waits for the resident to be known', async () => {
    const residentId = newId();
    await county.service.publish(accepted(residentId));
    expect(await openedFor(residentId)).toEqual([]);
    await county.service.publish(resident(residentId));
    county.service.clock.advance({ minutes: 1 });
    await eventually('the task is there', async () => (await openedFor(residentId)).length === 1);
  });

  it.each([
    ['is cancelled', (...of: [string, string]) => county.service.publish(cancelled(...of))],
    ['ends without the patient', (...of: [string, string]) => county.service.publish(noShow(...of))],
  ])('that %s takes its task with it, and no other', async (_, publishEnd) => {
    const residentId = await publishResident(county.service);
    const [event, other] = [accepted(residentId), accepted(residentId)];
    for (const each of [event, other]) await county.service.publish(each);
    await publishEnd(residentId, event.aggregateId);
    await publishEnd(residentId, event.aggregateId);
    const states = await county.service.query<{ referral_id: string; state: string; cancel_reason: string | null }>(
      'select referral_id, state, cancel_reason from task where resident_id = $1 order by state',
      [residentId],
    );
    expect(states).toEqual([
      { referral_id: event.aggregateId, state: 'CANCELLED', cancel_reason: 'REFERRAL_ENDED' },
      { referral_id: other.aggregateId, state: 'OPEN', cancel_reason: null },
    ]);
    const told = (await county.service.published(taskCancelled)).filter(({ data }) => data.residentId === residentId);
    expect(told.map(({ data }) => [data.referralId, data.reason])).toEqual([[event.aggregateId, 'REFERRAL_ENDED']]);
  });

  it('is closed by a visit that needs no readings, and nothing follows', async () => {
    const residentId = await publishResident(county.service);
    const event = accepted(residentId);
    await county.service.publish(event);
    const task = await county.openTaskOf(residentId).catch(() => null);
    expect(task).toBeNull();
    const { body } = await county.township.get<{ items: never[] }>(`/public-health/v1/tasks?residentId=${residentId}`);
    const done = await county.complete(body.items[0]!, { readings: undefined, practitionerCode: 'D-T1' }, county.township);
    expect(done.body).toMatchObject({ state: 'DONE', classification: null, controlled: null, nextDue: null, version: 2 });
    const completed = (await county.service.published(taskCompleted)).filter(({ data }) => data.residentId === residentId);
    expect(completed.map(({ data }) => [data.referralId, data.classification, data.controlled])).toEqual([
      [event.aggregateId, null, null],
    ]);
    expect(await county.service.query('select state from task where resident_id = $1', [residentId])).toEqual([
      { state: 'DONE' },
    ]);
  });
});
