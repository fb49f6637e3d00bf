import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walkInEnded, walkInRegistered } from '@yigongti/events';
import type { TestClient } from '@yigongti/testing';
import type { WalkInView } from '../../src/walk-in/walk-in-view.ts';
import type { WorkItemView } from '../../src/worklist/find-work.ts';
import { HospitalSystems, morning, reasons, type Answer } from '../fixtures/hospital-systems.ts';
import { copyReferrals } from '../fixtures/many.ts';
import { contract, newId, team } from '../fixtures/told.ts';

interface Listed {
  items: WorkItemView[];
  next: string | null;
  code: string;
}

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const walkIns = '/referrals/v1/walk-ins';
const at = (hour: number) => ({ occurredAt: `2026-06-01T${String(hour).padStart(2, '0')}:00:00+08:00` });
const register = (residentId: string, change: object = {}, client = systems.hospital) =>
  client.post<WalkInView & { errors: [] }>(walkIns, {
    ...{ residentId, departmentCode: 'CARDIO', visitType: 'INPATIENT', urgency: 'ROUTINE', occurredAt: morning },
    ...change,
  });
const list = async (query = '', client: TestClient = systems.hospital, institution = 'H1') =>
  (await client.get<Listed>(`/referrals/v1/worklists/${institution}${query}`)).body;
const ids = ({ items }: Listed) => items.map(({ itemId }) => itemId);
const outcomeOf = ({ status, body }: { status: number; body: object }) => [status, reasons({ body } as Answer)];

async function signed(): Promise<string> {
  const [residentId, teamId] = [await systems.resident(), newId()];
  await systems.service.publish(team(teamId));
  await systems.service.publish(contract(residentId, teamId));
  return residentId;
}

async function pages(query: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Listed = await list(`?limit=${limit}${query}${next ? `&cursor=${next}` : ''}`);
    found.push(...ids(page));
    next = page.next;
  }
  return found;
}

describe("a department's work list", () => {
  it('is urgent, then contracted, then referred, then who came without a referral; inside a class by time', async () => {
    const toDepartmentCode = 'CARDIO';
    const pending = async (residentId: string, hour: number, change: object = {}) => {
      const draft = await systems.draft(systems.township, residentId, { toDepartmentCode, ...change });
      return (await systems.must(systems.step(systems.township, draft, 'submit', at(hour)))).referralId;
    };
    const walkIn = async (hour: number, change: object = {}) =>
      (await register(await systems.resident(), { ...at(hour), ...change })).body.walkInId;
    const earliest = await walkIn(6);
    const second = await walkIn(7);
    const urgentWalkIn = await walkIn(11, { urgency: 'URGENT' });
    const referred = await pending(await systems.resident(), 12);
    const contracted = await pending(await signed(), 13);
    const urgent = await pending(await systems.resident(), 10, { urgency: 'URGENT' });
    const emergency = await pending(await systems.resident(), 14, { urgency: 'EMERGENCY' });
    const elsewhere = await pending(await systems.resident(), 8, { toDepartmentCode: 'ENDO' });
    const expected = [emergency, urgent, urgentWalkIn, contracted, referred, earliest, second];
    expect(ids(await list('?departmentCode=CARDIO'))).toEqual(expected);
    for (const limit of [1, 2, 3]) expect(await pages('&departmentCode=CARDIO', limit)).toEqual(expected);
    expect(ids(await list()).includes(elsewhere)).toBe(true);
    const { items } = await list('?departmentCode=CARDIO');
    expect(items.map(({ kind, workClass }) => `${kind} ${workClass}`)).toEqual([
      'REFERRAL EMERGENCY',
      'REFERRAL URGENT',
      'WALK_IN URGENT',
      'REFERRAL CONTRACTED',
      'REFERRAL REFERRED',
      'WALK_IN WALK_IN',
      'WALK_IN WALK_IN',
    ]);
    expect(items[4]).toMatchObject({
      itemId: referred,
      waitsSince: '2026-06-01T12:00:00.000+08:00',
      departmentCode: 'CARDIO',
      dueAt: '2026-06-02T12:00:00.000+08:00',
      status: 'PENDING_RECEIVER',
      version: 3,
      referralNo: expect.stringMatching(/^T1-/),
      direction: 'UP',
      fromInstitutionCode: 'T1',
      start: '2026-06-02',
      end: '2026-06-08',
    });
    expect(items[5]).toMatchObject({ status: 'WAITING', version: 1, dueAt: null, referralNo: null, start: null });
  });

  it('is filtered by what was asked for', async () => {
    const by = async (query: string) => ids(await list(`?departmentCode=CARDIO&${query}`)).length;
    expect(await by('workClass=WALK_IN')).toBe(2);
    expect(await by('urgency=URGENT')).toBe(2);
    expect(await by('visitType=OUTPATIENT')).toBe(0);
    expect(await by('direction=UP')).toBe(4);
    expect(await by('fromInstitutionCode=T1')).toBe(4);
    expect(await by('fromInstitutionCode=T2')).toBe(0);
    // Overdue at one in the afternoon: the emergency of fourteen o'clock is not, the urgent one of ten is.
    expect(await by('dueBefore=2026-06-01T13:00:00%2B08:00')).toBe(1);
    expect(await by('dueBefore=2026-06-03T00:00:00%2B08:00')).toBe(4);
  });

  it('holds a morning of thousands, each once, page by page', async () => {
    const first = await systems.pending(await systems.resident(), { toDepartmentCode: 'ICU' });
    const made = [first.referralId, ...(await copyReferrals(systems.service, [first.referralId], 450))];
    const found = await pages('&departmentCode=ICU', 100);
    // All of them were submitted in the same instant: their ids alone keep the pages apart.
    expect(found).toEqual([...made].sort());
  });
});

describe('the other lists', () => {
  it('follow a referral from step to step, on the side that has to take it', async () => {
    const where = async (referralId: string) => {
      const found: string[] = [];
      for (const [institution, client] of [
        ['V1', systems.village],
        ['T1', systems.township],
        ['H1', systems.hospital],
      ] as const)
        for (const name of ['REVIEW', 'ANSWER', 'OFFER', 'ARRIVAL', 'VISIT', 'OUTCOME', 'AFTERCARE'])
          if (ids(await list(`?list=${name}&departmentCode=NEURO`, client, institution)).includes(referralId))
            found.push(`${institution} ${name}`);
      return found;
    };
    const { village, township, hospital } = systems;
    const change = { practitionerCode: 'D-V1', toDepartmentCode: 'NEURO' };
    let referral = await systems.draft(village, await systems.resident(), change);
    const steps: [TestClient, string, object, string[]][] = [
      [village, 'submit', {}, ['T1 REVIEW']],
      [township, 'approve', {}, ['H1 ANSWER']],
      [hospital, 'counter-offer', { start: '2026-06-10', end: '2026-06-11' }, ['V1 OFFER']],
      [village, 'refuse-offer', {}, ['H1 ANSWER']],
      [hospital, 'accept', { start: '2026-06-03', end: '2026-06-04' }, ['H1 ARRIVAL']],
      [hospital, 'confirm-arrival', {}, ['H1 VISIT']],
      [hospital, 'open-encounter', { encounterNo: 'ZY-N1' }, ['H1 OUTCOME']],
      [hospital, 'send-outcome', { outcome: 'IMPROVED', diagnosisCodes: ['I10'], advice: '无' }, ['H1 AFTERCARE']],
      [hospital, 'no-down-needed', { reason: 'STAYS', followUpPlan: {} }, []],
    ];
    for (const [client, command, body, expected] of steps) {
      referral = await systems.must(systems.step(client, referral, command, body));
      expect([command, await where(referral.referralId)]).toEqual([command, expected]);
    }
  });

  it('show days that were agreed on, and until when the patient is expected', async () => {
    const accepted = await systems.accepted(await systems.resident());
    const line = (await list('?list=ARRIVAL')).items.find(({ itemId }) => itemId === accepted.referralId);
    expect(line).toMatchObject({ start: '2026-06-02', end: '2026-06-03', dueAt: '2026-06-10T00:00:00.000+08:00' });
  });

  it('are seen by the institution and who stands above it', async () => {
    expect((await list('?list=REVIEW', systems.hospital, 'T1')).items).toEqual(expect.any(Array));
    expect((await list('', systems.bureau, 'T1')).items).toEqual(expect.any(Array));
    for (const [client, code] of [
      [systems.township, 'H1'],
      [systems.otherHospital, 'H1'],
      [systems.hospital, 'H9'],
    ] as const)
      expect((await list('', client, code)).code).toBe('referrals.worklist.not-found');
    const wrong = await systems.hospital.get<Listed>('/referrals/v1/worklists/H1?list=EVERYTHING&dueBefore=soon&limit=0');
    expect(wrong.status).toBe(400);
  });

  it('are audited for everybody whose line was shown', async () => {
    const residentId = await systems.resident();
    await systems.pending(residentId, { toDepartmentCode: 'AUDIT' });
    await list('?departmentCode=AUDIT');
    const rows = await systems.service.query('select 1 from audit where resident_id = $1 and resource = $2', [
      residentId,
      'worklist',
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('a patient without a referral', () => {
  it('waits, is taken, and is gone from the list; each with its event', async () => {
    const residentId = await systems.resident();
    const waiting = (await register(residentId, { departmentCode: 'DERM', visitType: 'OUTPATIENT' })).body;
    expect(waiting).toMatchObject({ status: 'WAITING', workClass: 'WALK_IN', institutionCode: 'H1', allowedActions: ['end'] });
    for (const name of ['ANSWER', 'VISIT']) expect(ids(await list(`?list=${name}&departmentCode=DERM`))).toHaveLength(1);
    const url = `${walkIns}/${waiting.walkInId}`;
    const taken = await systems.hospital.post<WalkInView>(`${url}/end`, { ending: 'TAKEN', occurredAt: morning }, { ifMatch: 1 });
    expect([taken.status, taken.body.status, taken.headers.etag]).toEqual([200, 'TAKEN', '"2"']);
    expect(ids(await list('?departmentCode=DERM'))).toEqual([]);
    const again = await systems.hospital.post(`${url}/end`, { ending: 'LEFT', occurredAt: morning }, { ifMatch: 2 });
    expect(outcomeOf(again)).toEqual([409, ['not-waiting']]);
    const stale = await systems.hospital.post(`${url}/end`, { ending: 'LEFT', occurredAt: morning }, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    const [registered] = (await systems.service.published(walkInRegistered)).filter(({ key }) => key === waiting.walkInId);
    const [ended] = (await systems.service.published(walkInEnded)).filter(({ key }) => key === waiting.walkInId);
    expect([registered!.data.workClass, ended!.data.ending, ended!.aggregateVersion]).toEqual(['WALK_IN', 'TAKEN', 2]);
  });

  it('is registered once, also when ten desks do it at once, and not when a referral expects him', async () => {
    const residentId = await systems.resident();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(residentId, { departmentCode: 'ENT' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(outcomeOf(answers.find(({ status }) => status === 409)!)).toEqual([409, ['waits-already /departmentCode']]);
    const expected = await systems.accepted(await systems.resident());
    const refused = await register(expected.residentId);
    expect(outcomeOf(refused)).toEqual([409, ['is-expected']]);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ parameters: { referralId: expected.referralId, referralNo: expected.referralNo } }),
    ]);
  });

  it('is refused where nobody has told of him, where he has died, and with every fault of shape', async () => {
    expect(outcomeOf(await register(newId()))).toEqual([422, ['resident-not-projected /residentId']]);
    expect(outcomeOf(await register(await systems.resident({ diedOn: '2026-05-30' })))).toEqual([
      422,
      ['resident-died /residentId'],
    ]);
    const wrong = await register('nobody', { visitType: 'TELECONSULT', urgency: 'SOON', workClass: 'EMERGENCY' });
    expect([wrong.status, (wrong.body as unknown as Answer['body']).errors.map(({ pointer }) => pointer).sort()]).toEqual([
      400,
      ['/residentId', '/urgency', '/visitType', '/workClass'],
    ]);
  });

  it('is another institution’s for everybody else', async () => {
    const { body } = await register(await systems.resident(), { departmentCode: 'EYE' });
    const url = `${walkIns}/${body.walkInId}`;
    expect((await systems.otherHospital.get(url)).status).toBe(404);
    expect((await systems.township.get(url)).status).toBe(404);
    const above = await systems.bureau.get<WalkInView>(url);
    expect([above.status, above.body.allowedActions]).toEqual([200, []]);
    const foreign = await systems.otherHospital.post(`${url}/end`, { ending: 'LEFT', occurredAt: morning }, { ifMatch: 1 });
    expect(outcomeOf(foreign)).toEqual([404, ['not-found']]);
  });

  it('is registered once under one key; another body under it is refused', async () => {
    const residentId = await systems.resident();
    const key = newId();
    const body = { residentId, departmentCode: 'UROL', visitType: 'OUTPATIENT', urgency: 'ROUTINE', occurredAt: morning };
    const [first, again] = [
      await systems.hospital.post(walkIns, body, { key }),
      await systems.hospital.post(walkIns, body, { key }),
    ];
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await systems.hospital.post(walkIns, { ...body, departmentCode: 'ORTH' }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'command.key-reused']);
    expect(ids(await list('?departmentCode=ORTH'))).toEqual([]);
  });
});
