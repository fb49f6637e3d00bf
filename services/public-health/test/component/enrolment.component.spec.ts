import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentClosed, enrolmentOpened, taskCancelled, taskOpened } from '@yigongti/events';
import { accessFaults } from '@yigongti/testing';
import type { EnrolmentView } from '../../src/enrolment/enrolment-view.ts';
import { codesOf, CountyAtWork, enrolments, occurredAt, pointersOf } from '../fixtures/county-at-work.ts';
import { newId, publishResident, resident } from '../fixtures/county.ts';

let county: CountyAtWork;

beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

const known = (change = {}) => publishResident(county.service, change);

describe('enrolling', () => {
  it('answers, keeps the resident in care, tells it, and plans the first follow-up, which opens at once', async () => {
    const residentId = await known();
    const answer = await county.enrol(residentId);
    const { enrolmentId } = answer.body;
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `${enrolments}/${enrolmentId}` });
    expect(answer.body).toMatchObject({
      programme: 'HTN',
      enrolledOn: '2026-06-01',
      closedOn: null,
      profileVersion: 'changle-2026.1',
      version: 1,
    });
    const [opened] = (await county.service.published(enrolmentOpened)).filter(({ key }) => key === enrolmentId);
    expect(opened).toMatchObject({ aggregateVersion: 1, data: { residentId, diagnosisCode: 'I10.x00', programme: 'HTN' } });
    const [task] = (await county.service.published(taskOpened)).filter(({ data }) => data.enrolmentId === enrolmentId);
    expect(task).toMatchObject({
      aggregateVersion: 1,
      data: {
        sequence: 1,
        institutionCode: 'V1',
        windowStart: '2026-06-01',
        due: '2026-06-15',
        ruleId: 'HTN-FIRST',
        ruleVersion: 'changle-2026.1',
        causeEventId: opened!.id,
      },
    });
    expect(await county.service.query('select action, resource, role from audit where resident_id = $1', [residentId])).toEqual([
      { action: 'enrol', resource: 'enrolment', role: 'VILLAGE_CLINIC' },
    ]);
  });

  it('leaves one enrolment open in a programme when twenty enrol at once', async () => {
    const residentId = await known();
    const answers = await Promise.all(Array.from({ length: 20 }, () => county.enrol(residentId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(codesOf(answers.find(({ status }) => status === 409)!.body)).toEqual(['already-enrolled']);
    expect((await county.tasksOf(residentId)).map(({ sequence }) => sequence)).toEqual([1]);
    expect((await county.enrol(residentId, { programme: 'T2DM', diagnosisCode: 'E11.900' })).status).toBe(201);
  });

  it('answers the same to the same key, and honestly to another body', async () => {
    const residentId = await known();
    const key = newId();
    const body = { residentId, programme: 'HTN', institutionCode: 'V1', diagnosisCode: 'I10.x00', occurredAt };
    const first = await county.village.post(enrolments, body, { key });
    const again = await county.village.post(enrolments, body, { key });
    const other = await county.village.post(enrolments, { ...body, programme: 'T2DM' }, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([other.status, other.body.code]).toEqual([422, 'command.key-reused']);
  });

  it('is refused with every reason, and writes nothing', async () => {
    const residentId = await known({ birthDate: '2000-01-01', diedOn: '2026-06-20' });
    const answer = await county.enrol(residentId, { diagnosisCode: 'E11.900', enrolledOn: '2026-06-02' });
    expect(answer.status).toBe(422);
    expect(codesOf(answer.body)).toEqual(['resident-gone', 'enrolled-ahead', 'diagnosis-unfit', 'too-young']);
    expect(await county.service.query('select from enrolment where resident_id = $1', [residentId])).toEqual([]);
  });

  it('asks to come again while resident or institution are not known here', async () => {
    const answer = await county.enrol(newId(), { institutionCode: 'V9' });
    expect([answer.status, codesOf(answer.body)]).toEqual([422, ['resident-not-projected', 'institution-unknown']]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is for the own institution and what lies below it', async () => {
    const residentId = await known();
    const foreign = { residentId, programme: 'HTN', institutionCode: 'V1', diagnosisCode: 'I10.x00', occurredAt };
    expect(codesOf((await county.neighbour.post(enrolments, foreign)).body)).toEqual(['institution-unknown']);
    expect((await county.township.post(enrolments, foreign)).status).toBe(201);
  });

  it('knows no figures from before the county had any', async () => {
    const answer = await county.enrol(await known(), { enrolledOn: '2001-01-01' });
    expect([answer.status, answer.body]).toEqual([422, expect.objectContaining({ code: 'profile.not-in-force' })]);
  });

  it('names every fault of shape', async () => {
    const answer = await county.village.post(enrolments, { residentId: 'x', programme: 'COPD', spare: 1, occurredAt });
    expect(answer.status).toBe(400);
    expect(pointersOf(answer.body).sort()).toEqual(['/diagnosisCode', '/institutionCode', '/programme', '/residentId', '/spare']);
  });
});

describe('the end of care', () => {
  it.each([
    ['death', { diedOn: '2026-06-20' }, 'DIED', '2026-06-20'],
    ['a move', { movedOutOn: '2026-06-21' }, 'MOVED_OUT', '2026-06-21'],
    ['a merge', { mergedInto: newId(), occurredAt: '2026-06-22T08:00:00.000+08:00' }, 'MERGED', '2026-06-22'],
    ['a death after a move', { diedOn: '2026-06-25', movedOutOn: '2026-06-21' }, 'MOVED_OUT', '2026-06-21'],
  ])('by %s closes enrolments and cancels what is open, each with its event, once', async (_, change, reason, on) => {
    const residentId = await known();
    const { enrolmentId } = (await county.enrol(residentId)).body;
    const end = resident(residentId, change, 2);
    await county.service.publish(end);
    await county.service.publish(end);
    await county.service.publish(resident(residentId, change, 3));
    const closed = (await county.service.published(enrolmentClosed)).filter(({ key }) => key === enrolmentId);
    expect(closed.map(({ aggregateVersion, data }) => [aggregateVersion, data.reason, data.closedOn])).toEqual([[2, reason, on]]);
    const cancelled = (await county.service.published(taskCancelled)).filter(({ data }) => data.residentId === residentId);
    expect(
      cancelled.map(({ aggregateVersion, data, headers }) => [aggregateVersion, data.reason, headers.ce_causationid]),
    ).toEqual([[2, reason, end.eventId]]);
    expect((await county.tasksOf(residentId)).map(({ state, cancelReason }) => [state, cancelReason])).toEqual([
      ['CANCELLED', reason],
    ]);
  });

  it('takes what is only planned along without a word, for nobody has heard of it', async () => {
    const residentId = await known();
    await county.enrol(residentId);
    await county.complete(await county.openTaskOf(residentId));
    expect((await county.tasksOf(residentId)).map(({ state }) => state)).toEqual(['DONE', 'PLANNED']);
    await county.service.publish(resident(residentId, { diedOn: '2026-06-20' }, 2));
    expect((await county.tasksOf(residentId)).map(({ state }) => state)).toEqual(['DONE', 'CANCELLED']);
    const cancelled = (await county.service.published(taskCancelled)).filter(({ data }) => data.residentId === residentId);
    expect(cancelled).toEqual([]);
  });
});

describe('who sees an enrolment', () => {
  it('is the own side and who stands above; to others it does not exist', async () => {
    const { enrolmentId } = (await county.enrol(await known())).body;
    const seenBy = async (client: CountyAtWork['village']) => {
      const one = await client.get(`${enrolments}/${enrolmentId}`);
      const list = await client.get<{ items: EnrolmentView[] }>(`${enrolments}?limit=500`);
      return [one.status, list.body.items.some((item) => item.enrolmentId === enrolmentId)];
    };
    expect(await seenBy(county.village)).toEqual([200, true]);
    expect(await seenBy(county.hospital)).toEqual([200, true]);
    expect(await seenBy(county.neighbour)).toEqual([404, false]);
  });

  it('may ask for those in care on a day, page by page', async () => {
    const residentId = await known();
    const { enrolmentId } = (await county.enrol(residentId)).body;
    await county.enrol(residentId, { programme: 'T2DM', diagnosisCode: 'E11.900', enrolledOn: '2026-05-30' });
    await county.service.publish(resident(residentId, { diedOn: '2026-06-20' }, 2));
    const ask = async (query: string) => {
      const { body } = await county.village.get<{ items: EnrolmentView[] }>(`${enrolments}?residentId=${residentId}&${query}`);
      return body.items.map(({ programme }) => programme);
    };
    expect(await ask('inCareOn=2026-05-31')).toEqual(['T2DM']);
    expect(await ask('inCareOn=2026-06-19')).toEqual(['HTN', 'T2DM']);
    expect(await ask('inCareOn=2026-06-20')).toEqual([]);
    expect(await ask('programme=HTN&institutionCode=V1')).toEqual(['HTN']);
    const first = await county.village.get<{ items: EnrolmentView[] }>(`${enrolments}?residentId=${residentId}&limit=1`);
    expect(first.body.items.map((item) => item.enrolmentId)).toEqual([enrolmentId]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1];
    const second = await county.village.get<{ items: EnrolmentView[] }>(next!);
    expect(second.body.items.map(({ programme }) => programme)).toEqual(['T2DM']);
  });
});

describe('the door', () => {
  it('lets every role in where the table says so, and nowhere else', async () => {
    expect(await accessFaults(county.service)).toEqual([]);
  });
});
