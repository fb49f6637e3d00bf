import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaleVersion } from '@yigongti/messaging';
import { ownDatabase, type OwnDatabase } from '../../../test/fixtures/own-database.ts';
import { closeEnrolment, type Enrolment } from '../domain/enrolment.ts';
import { enrolmentClosedEvent, enrolmentOpenedEvent } from '../enrolment-events.ts';
import { TypeormEnrolmentRepository } from './typeorm-enrolment.repository.ts';

const enrolments = new TypeormEnrolmentRepository();
let own: OwnDatabase;

beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(() => own.close());

const enrolment = (residentId: string, change: Partial<Enrolment> = {}): Enrolment => ({
  enrolmentId: own.ids.next(),
  residentId,
  programme: 'HTN',
  institutionCode: 'V1',
  diagnosisCode: 'I10.x00',
  enrolledOn: '2026-06-01',
  closedOn: null,
  closeReason: null,
  profileVersion: 'test-1',
  version: 1,
  ...change,
});
const insert = (opened: Enrolment) =>
  own.transactions.run((tx) => enrolments.insert(tx, opened, enrolmentOpenedEvent(opened, own.moment, own.ids.next())));
const close = (loaded: Enrolment) => {
  const closed = closeEnrolment(loaded, '2026-06-20', 'MOVED_OUT');
  const event = enrolmentClosedEvent(closed, own.moment, own.ids.next());
  return own.transactions.run((tx) => enrolments.update(tx, loaded, closed, event)).then(() => closed);
};

describe('the enrolments in their table', () => {
  it('are one open in a programme, whoever enrols in parallel', async () => {
    const residentId = own.ids.next();
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => insert(enrolment(residentId))));
    const refused = tried.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused).toHaveLength(7);
    expect(refused[0]!.reason).toMatchObject({ refusals: [{ code: 'public-health.enrolment.already-enrolled' }] });
    await insert(enrolment(residentId, { programme: 'T2DM' }));
  });

  it('may be opened again after they were closed, and come back as they went', async () => {
    const first = enrolment(own.ids.next());
    await insert(first);
    const closed = await close(first);
    const second = { ...enrolment(first.residentId), enrolledOn: '2026-07-01' };
    await insert(second);
    const all = await own.transactions.run((tx) => enrolments.readAll(tx, [second.enrolmentId, first.enrolmentId]));
    expect(all).toEqual([closed, second]);
    expect(await own.transactions.run((tx) => enrolments.findOpenOf(tx, first.residentId))).toEqual([second]);
    await expect(close(first)).rejects.toBeInstanceOf(StaleVersion);
  });
});
