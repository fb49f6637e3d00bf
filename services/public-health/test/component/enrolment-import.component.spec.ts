import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { enrolmentOpened, taskOpened } from '@yigongti/events';
import { CountyAtWork, enrolments, occurredAt } from '../fixtures/county-at-work.ts';
import { newId, publishResident } from '../fixtures/county.ts';

let county: CountyAtWork;
const path = `${enrolments}/import`;
const line = (residentId: string, change: object = {}) => ({
  ...{ residentId, programme: 'HTN', institutionCode: 'V1', diagnosisCode: 'I10.x00', occurredAt },
  ...change,
});
const known = (change = {}) => publishResident(county.service, change);
const openOf = (residentId: string) =>
  county.service.query('select programme, enrolled_on from enrolment where resident_id = $1 and closed_on is null order by 1', [
    residentId,
  ]);

beforeAll(async () => {
  county = await CountyAtWork.start();
});
afterAll(() => county.service.close());

it('takes in whom it can, tells each by itself with the time of its own line, and names every reason of the others', async () => {
  const [one, two, young] = [await known(), await known(), await known({ birthDate: '2010-01-01' })];
  const answer = await county.township.upload(path, [
    line(one),
    line(one, { programme: 'T2DM', diagnosisCode: 'E11.900', enrolledOn: '2026-05-01' }),
    line(young, { diagnosisCode: 'E11.900' }),
    line(newId(), { institutionCode: 'V9' }),
    line(two, { occurredAt: '2026-06-03T16:00:00+08:00' }),
    line(two, { diagnosisCode: 'I10.x01' }),
    { ...line(two), enroled: true },
  ]);
  expect(answer.lines.map(({ status, errors }) => [status, ...(errors ?? []).map(({ code }) => code.split('.').at(-1))])).toEqual(
    [
      ['created'],
      ['created'],
      ['refused', 'diagnosis-unfit', 'too-young'],
      ['refused', 'resident-not-projected', 'institution-unknown'],
      ['created'],
      ['refused', 'already-enrolled'],
      ['refused', expect.any(String)],
    ],
  );
  expect(await openOf(one)).toEqual([
    { programme: 'HTN', enrolled_on: '2026-06-01' },
    { programme: 'T2DM', enrolled_on: '2026-05-01' },
  ]);
  const told = (await county.service.published(enrolmentOpened)).filter(({ data }) => data.residentId === two);
  expect(told.map(({ data }) => [data.enrolledOn, data.occurredAt])).toEqual([['2026-06-03', '2026-06-03T16:00:00.000+08:00']]);
  const tasks = (await county.service.published(taskOpened)).filter(({ data }) => data.residentId === two);
  expect(tasks).toMatchObject([
    { data: { sequence: 1, windowStart: '2026-06-03', due: '2026-06-17', causeEventId: told[0]!.id } },
  ]);
  expect(await county.service.query('select action from audit where resident_id = $1', [one])).toEqual([{ action: 'enrol' }]);
});

it('says again what it said, and adds nothing', async () => {
  const residentId = await known();
  const first = await county.township.upload(path, [line(residentId), line(residentId)]);
  const again = await county.township.upload(path, [line(residentId)]);
  expect([...first.lines, ...again.lines].map(({ status, id }) => [status, id === first.lines[0]!.id])).toEqual([
    ['created', true],
    ['unchanged', true],
    ['unchanged', true],
  ]);
  expect((await county.service.published(enrolmentOpened)).filter(({ data }) => data.residentId === residentId)).toHaveLength(1);
});

it('takes all or none, and tries without writing', async () => {
  const residentId = await known();
  const lines = [line(residentId), line(newId())];
  const tried = await county.township.upload(`${path}?dryRun=true`, [line(residentId)]);
  const none = await county.township.upload(`${path}?atomic=true`, lines);
  expect(tried.lines.map(({ status }) => status)).toEqual(['created']);
  expect(none.lines.map(({ status }) => status)).toEqual(['refused', 'refused']);
  expect(await openOf(residentId)).toEqual([]);
  expect((await county.township.upload(`${path}?atomic=true`, [line(residentId)])).lines).toMatchObject([{ status: 'created' }]);
});

it('leaves one open enrolment where an upload and a command meet', async () => {
  const residentId = await known();
  const [answer] = await Promise.all([county.township.upload(path, [line(residentId)]), county.enrol(residentId)]);
  expect(answer.lines).toHaveLength(1);
  expect(await openOf(residentId)).toHaveLength(1);
});

it('is for the own institution and what lies below it', async () => {
  const answer = await county.neighbour.upload(path, [line(await known())]);
  expect(answer.lines).toMatchObject([{ status: 'refused', errors: [{ code: 'public-health.enrolment.institution-unknown' }] }]);
});
