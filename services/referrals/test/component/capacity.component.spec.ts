import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capacityOpened } from '@yigongti/events';
import type { CapacityView } from '../../src/capacity/capacity-view.ts';
import { HospitalSystems, morning, reasons, type Answer } from '../fixtures/hospital-systems.ts';
import { followedUp } from '../fixtures/told.ts';

const url = '/referrals/v1/capacities';
const beds = { departmentCode: 'CARDIO', kind: 'BED', from: '2026-06-01', to: '2026-06-30', total: 3, occurredAt: morning };

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const open = async (change = {}, client = systems.hospital) =>
  (await client.post<CapacityView>(url, { ...beds, ...change })).body;
const read = async (capacityId: string) => (await systems.hospital.get<CapacityView>(`${url}/${capacityId}`)).body;
const holds = (capacityId: string, state: string) =>
  systems.service.query('select referral_id from capacity_hold where capacity_id = $1 and state = $2', [capacityId, state]);
const stay = { start: '2026-06-02', end: '2026-06-03' };

describe('beds and slots', () => {
  it('are opened by their own institution, with their event, and seen by the whole county', async () => {
    const answer = await systems.hospital.post<CapacityView>(url, beds);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ institutionCode: 'H1', total: 3, held: 0, consumed: 0, free: 3, version: 1 });
    const [event] = (await systems.service.published(capacityOpened)).filter(({ key }) => key === answer.body.capacityId);
    expect(event!.data).toMatchObject({ institutionCode: 'H1', departmentCode: 'CARDIO', kind: 'BED', total: 3 });
    const shown = await systems.village.get<CapacityView>(`${url}/${answer.body.capacityId}`);
    expect(shown.body).toEqual(answer.body);
    const list = await systems.village.get<{ items: CapacityView[] }>(`${url}?institutionCode=H1&kind=BED&on=2026-06-30`);
    expect(list.body.items).toContainEqual(answer.body);
    expect((await systems.village.get<{ items: [] }>(`${url}?on=2026-07-01`)).body.items).toEqual([]);
  });

  it('do not end before they begin, and are unknown by a made-up id', async () => {
    const answer = (await systems.hospital.post(url, { ...beds, to: '2026-05-31' })) as unknown as Answer;
    expect([answer.status, reasons(answer)]).toEqual([422, ['days-reversed /to']]);
    expect((await systems.hospital.get(`${url}/01890000-0000-7000-8000-000000000001`)).status).toBe(404);
  });

  it('come page by page', async () => {
    const own = [
      await open({ departmentCode: 'PAGE' }),
      await open({ departmentCode: 'PAGE' }),
      await open({ departmentCode: 'PAGE' }),
    ];
    const first = await systems.hospital.get<{ items: CapacityView[]; next: string }>(`${url}?departmentCode=PAGE&limit=2`);
    const second = await systems.hospital.get<{ items: CapacityView[]; next: string | null }>(
      `${url}?departmentCode=PAGE&limit=2&cursor=${first.body.next}`,
    );
    expect([...first.body.items, ...second.body.items].map(({ capacityId }) => capacityId)).toEqual(
      own.map(({ capacityId }) => capacityId),
    );
    expect(second.body.next).toBeNull();
  });
});

describe('an acceptance', () => {
  it('holds one each: of four at once for three beds one is refused, and no other quota is touched', async () => {
    const { capacityId } = await open();
    const other = await open();
    const pending = [];
    for (let n = 0; n < 4; n += 1) pending.push(await systems.pending(await systems.resident()));
    const answers = await Promise.all(
      pending.map((referral) => systems.step(systems.hospital, referral, 'accept', { ...stay, capacityId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(reasons(refused)).toEqual(['exhausted /capacityId']);
    expect(await read(capacityId)).toMatchObject({ held: 3, free: 0, version: 4 });
    expect(await holds(capacityId, 'HELD')).toHaveLength(3);
    expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held', '3 held', '4 held']);
    expect(await read(other.capacityId)).toEqual(other);
    const left = pending[answers.indexOf(refused)]!;
    expect((await systems.told(left.referralId)).at(-1)).toBe('3 sent-to-receiver');
  });

  it('asks for what fits: institution, kind and day, with all reasons', async () => {
    const slots = await open({ kind: 'SLOT', from: '2026-07-01', to: '2026-07-31' }, systems.otherHospital);
    const pending = await systems.pending(await systems.resident());
    const wrong = await systems.step(systems.hospital, pending, 'accept', { ...stay, capacityId: slots.capacityId });
    expect([wrong.status, reasons(wrong)]).toEqual([
      422,
      ['of-another-institution /capacityId', 'of-other-kind /capacityId', 'not-on-those-days /capacityId'],
    ]);
    const unknown = await systems.step(systems.hospital, pending, 'accept', {
      ...stay,
      capacityId: '01890000-0000-7000-8000-000000000001',
    });
    expect([unknown.status, reasons(unknown)]).toEqual([422, ['unknown /capacityId']]);
    expect(await holds(slots.capacityId, 'HELD')).toEqual([]);
  });

  it('is followed by the arrival, which uses the bed for good', async () => {
    const { capacityId } = await open({ total: 1 });
    const accepted = await systems.accepted(await systems.resident(), { capacityId });
    expect(accepted.acceptance).toMatchObject({ capacityId });
    await systems.must(systems.step(systems.hospital, accepted, 'confirm-arrival'));
    expect(await read(capacityId)).toMatchObject({ held: 0, consumed: 1, free: 0 });
    expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held', '3 consumed']);
    const next = await systems.pending(await systems.resident());
    expect((await systems.step(systems.hospital, next, 'accept', { ...stay, capacityId })).status).toBe(409);
  });

  it('gives its place back when the way down is closed before the patient came', async () => {
    const { capacityId } = await open({ kind: 'SLOT', total: 1 }, systems.township);
    const residentId = await systems.resident({ homeInstitutionCode: 'T1' });
    const { down } = await systems.waitingForDown(residentId);
    await systems.must(systems.step(systems.township, down, 'accept', { start: '2026-06-02', end: '2026-06-02', capacityId }));
    await systems.service.publish(followedUp(residentId, down.referralId));
    expect(await read(capacityId)).toMatchObject({ held: 0, consumed: 0, free: 1 });
    expect(await systems.told(capacityId)).toEqual(['1 opened', '2 held', '3 released']);
    expect(await holds(capacityId, 'RELEASED')).toEqual([{ referral_id: down.referralId }]);
  });
});
