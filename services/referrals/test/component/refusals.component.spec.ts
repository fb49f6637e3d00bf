import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { form, HospitalSystems, morning, reasons, root, type Answer } from '../fixtures/hospital-systems.ts';
import { admission, newId } from '../fixtures/told.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const create = (change: object): Promise<Answer> => systems.township.post(root, { ...form, ...change });
const outcomeOf = (answer: Answer) => [answer.status, reasons(answer)];

/** What a refusal may not do: leave a row, an event, a key or an audit row. */
async function tracesOf(residentId: string): Promise<number> {
  const [row] = await systems.service.query<{ n: number }>(
    `select (select count(*) from referral where resident_id = $1) + (select count(*) from audit where resident_id = $1)
       + (select count(*) from command_key where answer::text like '%' || $1 || '%') as n`,
    [residentId],
  );
  return Number(row!.n);
}

describe('a draft', () => {
  it('may have gaps, and takes nothing that is not in the form', async () => {
    const residentId = await systems.resident();
    const bare = await create({
      ...Object.fromEntries(Object.keys(form).map((key) => [key, undefined])),
      residentId,
      direction: 'UP',
      toInstitutionCode: 'H1',
      occurredAt: morning,
    });
    expect([bare.status, bare.body.summary]).toEqual([201, null]);
    const typed = await create({ residentId, scope: 'INTRA', status: 'ACCEPTED', fromInstitutionCode: 'V1' });
    expect([typed.status, typed.body.errors.map(({ pointer }) => pointer).sort()]).toEqual([
      400,
      ['/fromInstitutionCode', '/scope', '/status'],
    ]);
  });

  it('asks to come again for whom nobody has told of, all at once', async () => {
    const residentId = newId();
    const answer = await create({ residentId, toInstitutionCode: 'H9' });
    expect(outcomeOf(answer)).toEqual([
      422,
      ['resident-not-projected /residentId', 'institution-not-projected /toInstitutionCode'],
    ]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await tracesOf(residentId)).toBe(0);
  });

  it.each([
    ['up leads down', { toInstitutionCode: 'V1' }, ['direction-against-levels /direction']],
    [
      'it leads nowhere',
      { toInstitutionCode: 'T1' },
      ['direction-against-levels /direction', 'target-is-sender /toInstitutionCode'],
    ],
    ['the bureau gives no care', { toInstitutionCode: 'B1' }, ['gives-no-care /toInstitutionCode']],
    ['no rules are there', { direction: 'LATERAL', toInstitutionCode: 'T2' }, ['direction-not-offered /direction']],
  ])('is refused where %s', async (_, change, expected) => {
    const residentId = await systems.resident();
    expect(outcomeOf(await create({ residentId, ...change }))).toEqual([422, expected]);
    expect(await tracesOf(residentId)).toBe(0);
  });

  it('is refused for who has died, and for a record that was merged', async () => {
    const died = await systems.resident({ diedOn: '2026-05-31' });
    expect(outcomeOf(await create({ residentId: died }))).toEqual([422, ['resident-died /residentId']]);
    const merged = await systems.resident({ mergedInto: newId() });
    expect(outcomeOf(await create({ residentId: merged }))).toEqual([422, ['resident-merged /residentId']]);
  });

  it('gets the next number of its sender and day, also when twenty come at once', async () => {
    const residentId = await systems.resident();
    const occurredAt = '2026-06-15T08:00:00+08:00';
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ residentId, occurredAt })));
    const expected = Array.from({ length: 20 }, (_, n) => `T1-20260615-${String(n + 1).padStart(4, '0')}`);
    expect(answers.map(({ body }) => body.referralNo).sort()).toEqual(expected);
  });
});

describe('a submission', () => {
  it('is refused with every reason at once, and leaves the draft as it was', async () => {
    const residentId = await systems.resident();
    const draft = await systems.draft(systems.township, residentId, { summary: undefined, consentSignedAt: undefined });
    const body = { reasonCodes: ['POST_OP'], practitionerCode: 'D-H1', windowStart: '2026-06-09', visitType: 'TELECONSULT' };
    const answer = await systems.step(systems.township, draft, 'submit', body);
    expect(outcomeOf(answer)).toEqual([
      422,
      [
        'element-missing /summary',
        'consent-missing /consentSignedAt',
        'window-reversed /windowEnd',
        'reason-of-other-direction /reasonCodes/0',
        'visit-type-not-offered /visitType',
        'doctor-not-of-sender /practitionerCode',
      ],
    ]);
    const now = (await systems.township.get(`${root}/${draft.referralId}`)) as Answer;
    expect(now.body).toEqual(draft);
    expect(await systems.told(draft.referralId)).toEqual(['1 drafted']);
  });

  it('waits for a doctor of whom the registry has not told', async () => {
    const draft = await systems.draft(systems.township, await systems.resident(), { practitionerCode: 'D-NEW' });
    expect(outcomeOf(await systems.step(systems.township, draft, 'submit'))).toEqual([
      422,
      ['practitioner-not-projected /practitionerCode'],
    ]);
  });

  it('may name another receiver than the draft, whose scope follows', async () => {
    const draft = await systems.draft(systems.township, await systems.resident());
    const sent = await systems.must(systems.step(systems.township, draft, 'submit', { toInstitutionCode: 'H2' }));
    expect(sent).toMatchObject({
      scope: 'INTER',
      toInstitutionCode: 'H2',
      status: 'UNDER_REVIEW',
      reviewerInstitutionCode: 'H1',
    });
  });

  it('finds the open one of the same person, target and days, also when ten are submitted at once', async () => {
    const residentId = await systems.resident();
    const drafts = await Promise.all(Array.from({ length: 10 }, () => systems.draft(systems.township, residentId)));
    const answers = await Promise.all(drafts.map((draft) => systems.step(systems.township, draft, 'submit')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    const open = answers.find(({ status }) => status === 200)!.body;
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.errors).toEqual([
        expect.objectContaining({
          code: 'referrals.referral.duplicate',
          parameters: { referralId: open.referralId, referralNo: open.referralNo },
        }),
      ]);
    }
  });

  it('finds none where the days, the target or the person differ, or the other one has ended', async () => {
    const { township, hospital } = systems;
    const residentId = await systems.resident();
    const first = await systems.pending(residentId);
    const later = await systems.pending(residentId, { windowStart: '2026-06-09', windowEnd: '2026-06-12' });
    expect(later.status).toBe('PENDING_RECEIVER');
    expect(
      reasons(await systems.step(township, await systems.draft(township, residentId, { windowStart: '2026-06-08' }), 'submit')),
    ).toEqual(['duplicate']);
    await systems.must(systems.step(hospital, first, 'reject', { reasonCode: 'OUT_OF_SCOPE' }));
    expect((await systems.pending(residentId)).status).toBe('PENDING_RECEIVER');
  });
});

describe('the review', () => {
  it('is not the requester’s own, whichever institution he acts for', async () => {
    const subject = 'doctor-who-works-twice';
    const asVillage = await systems.service.as('VILLAGE_CLINIC', 'V1', { subject });
    const asTownship = await systems.service.as('TOWNSHIP_CENTRE', 'T1', { subject });
    const draft = await systems.draft(asVillage, await systems.resident(), { practitionerCode: 'D-V1' });
    const sent = await systems.must(systems.step(asVillage, draft, 'submit'));
    expect(outcomeOf(await systems.step(asTownship, sent, 'approve'))).toEqual([422, ['reviewer-is-requester']]);
    expect((await systems.step(systems.township, sent, 'approve')).body.status).toBe('PENDING_RECEIVER');
  });

  it('of what a hospital sends into another consortium is the bureau’s', async () => {
    const residentId = await systems.resident({ homeInstitutionCode: 'T2' });
    const change = { direction: 'DOWN', toInstitutionCode: 'T2', practitionerCode: 'D-H1', reasonCodes: ['POST_OP'] };
    const advice = { rehabGuidance: '康复训练', followUpPlan: {} };
    const draft = await systems.draft(systems.hospital, residentId, { ...change, ...advice });
    const sent = await systems.must(systems.step(systems.hospital, draft, 'submit'));
    expect(sent).toMatchObject({ status: 'UNDER_REVIEW', scope: 'INTER', reviewerInstitutionCode: 'B1' });
    const seen = (await systems.bureau.get(`${root}/${sent.referralId}`)) as Answer;
    expect(seen.body.allowedActions).toEqual(['approve', 'reject']);
    expect((await systems.step(systems.bureau, sent, 'approve')).body).toMatchObject({ status: 'PENDING_RECEIVER' });
  });
});

describe('a step', () => {
  const steps = [
    'submit',
    'approve',
    'reject',
    'accept',
    'confirm-arrival',
    'open-encounter',
    'send-outcome',
    'open-down',
    'no-down-needed',
  ];
  const bodies: Record<string, object> = {
    reject: { reasonCode: 'OTHER' },
    accept: { start: '2026-06-02', end: '2026-06-02' },
    'open-encounter': { encounterNo: 'ZY-9' },
    'send-outcome': { outcome: 'CURED', diagnosisCodes: ['I10'], advice: '无' },
    'no-down-needed': { reason: 'HEALED', followUpPlan: {} },
  };

  it.each(['PENDING_RECEIVER', 'ACCEPTED', 'OUTCOME_SENT', 'REJECTED'])(
    'that %s does not allow is a conflict and changes nothing',
    async (status) => {
      const residentId = await systems.resident();
      const make: Record<string, () => Promise<ReferralView>> = {
        PENDING_RECEIVER: () => systems.pending(residentId),
        ACCEPTED: () => systems.accepted(residentId),
        OUTCOME_SENT: () => systems.withOutcome(residentId),
        REJECTED: async () =>
          systems.must(systems.step(systems.hospital, await systems.pending(residentId), 'reject', { reasonCode: 'OTHER' })),
      };
      const referral = await make[status]!();
      const seen = (await systems.hospital.get(`${root}/${referral.referralId}`)) as Answer;
      const refused = steps.filter((step) => !seen.body.allowedActions.includes(step));
      for (const step of refused) {
        const caller = step === 'submit' ? systems.township : systems.hospital;
        const answer = await systems.step(caller, referral, step, bodies[step]);
        expect([step, ...outcomeOf(answer)]).toEqual([step, 409, ['not-in-this-state']]);
      }
      expect((await systems.told(referral.referralId)).length).toBe(referral.version);
    },
  );

  it('of another side is forbidden to who sees the referral, and unknown to who does not', async () => {
    const pending = await systems.pending(await systems.resident());
    const own = await systems.step(systems.township, pending, 'accept', bodies.accept);
    expect(outcomeOf(own)).toEqual([403, ['not-your-step']]);
    const foreign = await systems.step(systems.otherHospital, pending, 'accept', bodies.accept);
    expect(outcomeOf(foreign)).toEqual([404, ['not-found']]);
  });

  it('needs the version that was read', async () => {
    const pending = await systems.pending(await systems.resident());
    const url = `${root}/${pending.referralId}/accept`;
    const body = { ...bodies.accept, occurredAt: morning };
    expect((await systems.hospital.post(url, body)).status).toBe(428);
    expect((await systems.hospital.post(url, body, { ifMatch: pending.version - 1 })).status).toBe(412);
    const accepted = await systems.hospital.post(url, body, { ifMatch: pending.version });
    expect([accepted.status, accepted.headers.etag]).toEqual([200, `"${pending.version + 1}"`]);
  });

  it('is taken once by twenty at once, and a repeat of its key gets its answer', async () => {
    const pending = await systems.pending(await systems.resident());
    const url = `${root}/${pending.referralId}/accept`;
    const body = { ...bodies.accept, occurredAt: morning };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => systems.hospital.post(url, body, { ifMatch: pending.version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    const key = newId();
    const accepted = answers.find(({ status }) => status === 200)!.body as unknown as ReferralView;
    const arrival = { occurredAt: '2026-06-02T09:00:00+08:00' };
    const arrive = () =>
      systems.hospital.post(`${root}/${pending.referralId}/confirm-arrival`, arrival, { ifMatch: accepted.version, key });
    const [first, again] = [await arrive(), await arrive()];
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect((await systems.told(pending.referralId)).slice(-2)).toEqual(['4 accepted', '5 arrived']);
  });

  it.each([
    ['accept', 'PENDING', { start: '2026-06-01', end: '2026-06-03' }, ['outside-window /start']],
    ['confirm-arrival', 'ACCEPTED', { occurredAt: '2026-05-31T09:00:00+08:00' }, ['arrival-too-early']],
  ])('%s outside of its days is refused', async (step, state, body, expected) => {
    const residentId = await systems.resident();
    const referral = state === 'PENDING' ? await systems.pending(residentId) : await systems.accepted(residentId);
    expect(outcomeOf(await systems.step(systems.hospital, referral, step, body))).toEqual([422, expected]);
  });

  it('does not open the encounter of somebody else, by either of its numbers', async () => {
    const residentId = await systems.resident();
    await systems.service.publish(admission(newId(), 'ZY-FOREIGN'));
    await systems.service.publish(admission(residentId, 'ZY-OWN'));
    const arrived = await systems.must(systems.step(systems.hospital, await systems.accepted(residentId), 'confirm-arrival'));
    for (const encounterNo of ['ZY-FOREIGN', 'S-ZY-FOREIGN']) {
      const answer = await systems.step(systems.hospital, arrived, 'open-encounter', { encounterNo });
      expect(outcomeOf(answer)).toEqual([422, ['encounter-of-another-resident /encounterNo']]);
    }
    expect((await systems.step(systems.hospital, arrived, 'open-encounter', { encounterNo: 'ZY-OWN' })).body.status).toBe(
      'IN_CARE',
    );
  });

  it('without a way down needs a plan for the home unit, in the county’s range', async () => {
    const ended = await systems.withOutcome(await systems.resident());
    const none = await systems.step(systems.hospital, ended, 'no-down-needed', { reason: 'STAYS' });
    expect(outcomeOf(none)).toEqual([422, ['element-missing /followUpPlan']]);
    const late = await systems.step(systems.hospital, ended, 'no-down-needed', {
      reason: 'STAYS',
      followUpPlan: { dueInDays: 366 },
    });
    expect(outcomeOf(late)).toEqual([422, ['follow-up-due-out-of-range /followUpPlan/dueInDays']]);
  });
});

describe('another county', () => {
  it('judges by its own figures', async () => {
    const deqing = await HospitalSystems.start({ county: 'deqing' });
    try {
      const residentId = await deqing.resident();
      const change = {
        direction: 'DOWN',
        toInstitutionCode: 'V1',
        practitionerCode: 'D-H1',
        rehabGuidance: '康复',
        followUpPlan: {},
      };
      const chronic = await deqing.draft(deqing.hospital, residentId, { ...change, reasonCodes: ['CHRONIC_STABLE'] });
      expect(outcomeOf(await deqing.step(deqing.hospital, chronic, 'submit'))).toEqual([
        422,
        ['down-reason-not-offered /reasonCodes/0'],
      ]);
      const sent = await deqing.must(deqing.step(deqing.hospital, chronic, 'submit', { reasonCodes: ['POST_OP'] }));
      expect(sent).toMatchObject({ followUpPlan: { dueInDays: 7 }, profileVersion: expect.stringMatching(/^deqing/) });
    } finally {
      await deqing.service.close();
    }
  });
});
