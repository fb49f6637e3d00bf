import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { form, HospitalSystems, morning, reasons, root, type Answer } from '../fixtures/hospital-systems.ts';
import { newId } from '../fixtures/told.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const pointers = ({ body }: Answer) => body.errors.map(({ pointer }) => pointer).sort();
const reading = async ({ referralId }: ReferralView) => ((await systems.hospital.get(`${root}/${referralId}`)) as Answer).body;

/** The documented body of each step, and the same with all that can be wrong in it. */
const steps: [string, object, object, string[]][] = [
  ['reject', { reasonCode: 'OTHER' }, { reasonCode: 'BORED', comment: '' }, ['/comment', '/reasonCode']],
  [
    'accept',
    { start: '2026-06-02', end: '2026-06-03' },
    { start: '2026-06-31', end: '02.06.2026', capacityId: 'bed 7' },
    ['/capacityId', '/end', '/start'],
  ],
  [
    'counter-offer',
    { start: '2026-06-10', end: '2026-06-11' },
    { start: '2026-02-29', end: 20260611, toDepartmentCode: '心内科', toInstitutionCode: '', capacityId: 7, comment: '' },
    ['/capacityId', '/comment', '/end', '/start', '/toDepartmentCode', '/toInstitutionCode'],
  ],
  ['withdraw', { reasonCode: 'OTHER' }, { reasonCode: null, byPatient: 1 }, ['/byPatient', '/reasonCode']],
  ['cancel', { reasonCode: 'OTHER' }, { reasonCode: 'other', by: 'PATIENT' }, ['/by', '/reasonCode']],
  ['agree', {}, { start: '2026-06-10' }, ['/start']],
  ['refuse-offer', {}, { reasonCode: 'OTHER' }, ['/reasonCode']],
  ['mark-no-show', {}, { asOf: '2026-06-10' }, ['/asOf']],
  [
    'upload-records',
    { documents: [{ documentNo: 'ZZ-1', typeCode: 'HSDC00.05' }] },
    { documents: [{ documentNo: '转诊单', typeCode: 'HSDC00.99', digest: 'abc', title: 'x' }] },
    ['/documents/0/digest', '/documents/0/documentNo', '/documents/0/title', '/documents/0/typeCode'],
  ],
];

describe('a step with everything wrong in it', () => {
  it.each(steps)('%s names all of it at once, whatever the state, and changes nothing', async (command, _, wrong, expected) => {
    const pending = await systems.pending(await systems.resident());
    const answer = await systems.step(systems.hospital, pending, command, wrong);
    expect([answer.status, pointers(answer)]).toEqual([400, expected]);
    expect(await reading(pending)).toMatchObject({ status: 'PENDING_RECEIVER', version: pending.version });
    expect((await systems.told(pending.referralId)).length).toBe(pending.version);
  });

  it.each(steps)('%s is looked for before it is judged: no such referral, and no version', async (command, body) => {
    const nowhere = { referralId: newId(), version: 1 } as ReferralView;
    const missing = await systems.step(systems.hospital, nowhere, command, body);
    expect([missing.status, reasons(missing)]).toEqual([404, ['not-found']]);
    const url = `${root}/${nowhere.referralId}/${command}`;
    expect((await systems.hospital.post(url, { ...body, occurredAt: morning })).status).toBe(428);
    const malformed = await systems.hospital.post(`${root}/17/${command}`, { ...body, occurredAt: morning }, { ifMatch: 1 });
    expect([400, 404]).toContain(malformed.status);
  });

  it.each(steps)('%s of a referral that the caller may not see does not exist', async (command, body) => {
    const pending = await systems.pending(await systems.resident());
    const foreign = await systems.step(systems.otherHospital, pending, command, body);
    expect([foreign.status, reasons(foreign)]).toEqual([404, ['not-found']]);
  });

  it.each(steps)('%s with a version that nobody has any more is stale', async (command, body) => {
    const pending = await systems.pending(await systems.resident());
    const stale = await systems.step(systems.hospital, { ...pending, version: pending.version - 1 }, command, body);
    expect([stale.status, (await reading(pending)).version]).toEqual([412, pending.version]);
  });
});

describe('a key', () => {
  it('that was used for one body is refused for another, and the first stands', async () => {
    const accepted = await systems.accepted(await systems.resident());
    const key = newId();
    const url = `${root}/${accepted.referralId}/cancel`;
    const send = (body: object) =>
      systems.township.post(url, { occurredAt: morning, ...body }, { ifMatch: accepted.version, key });
    const first = await send({ reasonCode: 'OTHER' });
    expect(first.status).toBe(200);
    const other = await send({ reasonCode: 'PATIENT_DIED' });
    expect([other.status, other.body.code]).toEqual([422, 'command.key-reused']);
    const again = await send({ reasonCode: 'OTHER' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await systems.told(accepted.referralId)).slice(-1)).toEqual(['5 cancelled']);
    expect(
      await systems.service.query('select 1 from audit where resident_id = $1 and action = $2', [accepted.residentId, 'cancel']),
    ).toHaveLength(1);
  });

  it('that fifty send at once is one draft', async () => {
    const [residentId, key] = [await systems.resident(), newId()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => systems.township.post<ReferralView>(root, { ...form, residentId }, { key })),
    );
    const made = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.referralId));
    expect(made.size).toBe(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect(await systems.service.query('select 1 from referral where resident_id = $1', [residentId])).toHaveLength(1);
  });
});

it('a form with codes and days that do not exist is refused with all of them', async () => {
  const wrong = {
    ...{ direction: 'SIDEWAYS', visitType: 'VISIT', urgency: 'NOW', reasonCodes: ['BECAUSE', 'BECAUSE'], purpose: 'NONE' },
    ...{ diagnosisCodes: ['高血压'], windowStart: '2026-02-30', windowEnd: '2026-13-01', consentSignedAt: 'yesterday' },
    ...{ transport: 'BICYCLE', followUpPlan: { dueInDays: 1.5, programme: 'ALL' } },
  };
  const answer: Answer = await systems.township.post(root, { ...form, residentId: 'X', toInstitutionCode: '*', ...wrong });
  expect([answer.status, [...new Set(pointers(answer))]]).toEqual([
    400,
    [
      ...['/consentSignedAt', '/diagnosisCodes', '/direction', '/followUpPlan/dueInDays', '/followUpPlan/programme'],
      ...['/purpose', '/reasonCodes', '/residentId', '/toInstitutionCode', '/transport', '/urgency', '/visitType'],
      ...['/windowEnd', '/windowStart'],
    ],
  ]);
});
