import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralAccepted, referralClosed, referralFollowUpRequested, referralSubmitted } from '@yigongti/events';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { form, HospitalSystems, reasons, root, wayDown, type Answer } from '../fixtures/hospital-systems.ts';
import { followedUp, newId } from '../fixtures/told.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const read = async (referralId: string): Promise<ReferralView> =>
  ((await systems.hospital.get(`${root}/${referralId}`)) as Answer).body;

describe('one patient, up from the village and down again', () => {
  it('leaves each fact once and in order, and two closed referrals', async () => {
    const { village, township, hospital, service } = systems;
    const residentId = await systems.resident();
    const draft = await systems.draft(village, residentId, { practitionerCode: 'D-V1' });
    expect(draft).toMatchObject({
      status: 'DRAFT',
      scope: 'INTRA',
      referralNo: 'V1-20260601-0001',
      version: 1,
      allowedActions: ['submit'],
      consentSignedAt: '2026-06-01T09:20:00.000+08:00',
    });
    const submitted = await systems.must(systems.step(village, draft, 'submit'));
    expect(submitted).toMatchObject({
      status: 'UNDER_REVIEW',
      version: 3,
      reviewerInstitutionCode: 'T1',
      allowedActions: ['withdraw'],
    });
    const approved = await systems.must(systems.step(township, submitted, 'approve'));
    expect(approved).toMatchObject({ status: 'PENDING_RECEIVER', replyDueAt: '2026-06-02T09:30:00.000+08:00' });
    const accepted = await systems.must(systems.step(hospital, approved, 'accept', { start: '2026-06-02', end: '2026-06-05' }));
    expect((await systems.step(hospital, accepted, 'accept', { start: '2026-06-02', end: '2026-06-05' })).status).toBe(409);
    const arrived = await systems.must(
      systems.step(hospital, accepted, 'confirm-arrival', { occurredAt: '2026-06-02T10:00:00+08:00' }),
    );
    expect(arrived).toMatchObject({ status: 'ARRIVED', arrivedOn: '2026-06-02' });
    const inCare = await systems.must(systems.step(hospital, arrived, 'open-encounter', { encounterNo: 'ZY20260602-1' }));
    const outcome = { outcome: 'IMPROVED', diagnosisCodes: ['I10.x00'], advice: '低盐饮食' };
    const ended = await systems.must(systems.step(hospital, inCare, 'send-outcome', outcome));
    expect(ended.allowedActions).toEqual(['open-down', 'no-down-needed']);
    const parent = await systems.must(systems.step(hospital, ended, 'open-down', wayDown));
    expect(parent).toMatchObject({ status: 'FOLLOW_UP', downReferralId: expect.any(String) });

    const down = await read(parent.downReferralId!);
    expect(down).toMatchObject({
      direction: 'DOWN',
      origin: 'DOWN_OF_PARENT',
      parentReferralId: draft.referralId,
      fromInstitutionCode: 'H1',
      toInstitutionCode: 'V1',
      diagnosisCodes: ['I10.x00'],
      rehabGuidance: '低盐饮食',
      windowStart: '2026-06-01',
      windowEnd: '2026-06-08',
      followUpPlan: { dueInDays: 14, programme: 'HTN', instructionCode: 'BP-CHECK' },
    });
    const sent = await systems.must(systems.step(hospital, down, 'submit'));
    const taken = await systems.must(systems.step(village, sent, 'accept', { start: '2026-06-05', end: '2026-06-05' }));
    const task = followedUp(residentId, down.referralId);
    await service.publish(task);
    await service.publish(task);

    expect(await read(draft.referralId)).toMatchObject({ status: 'CLOSED', allowedActions: [] });
    expect(await read(down.referralId)).toMatchObject({
      status: 'CLOSED',
      closing: { cause: 'FOLLOW_UP_DONE', followUpTaskId: task.data.taskId },
      version: taken.version + 1,
    });
    expect(await systems.told(draft.referralId)).toEqual([
      '1 drafted',
      '2 submitted',
      '3 review-requested',
      '4 reviewed',
      '5 accepted',
      '6 arrived',
      '7 care-started',
      '8 outcome-sent',
      '9 down-opened',
      '10 closed',
    ]);
    expect(await systems.told(down.referralId)).toEqual([
      '1 drafted',
      '2 submitted',
      '3 sent-to-receiver',
      '4 accepted',
      '5 closed',
    ]);
  });

  it('is told to the home unit by the acceptance of the way down, with its plan', async () => {
    const residentId = await systems.resident();
    const { down } = await systems.waitingForDown(residentId);
    await systems.must(systems.step(systems.village, down, 'accept', { start: '2026-06-02', end: '2026-06-02' }));
    const [accepted] = (await systems.service.published(referralAccepted)).filter(({ key }) => key === down.referralId);
    expect(accepted).toMatchObject({
      aggregateVersion: 4,
      data: {
        direction: 'DOWN',
        toInstitutionCode: 'V1',
        followUpPlan: { dueInDays: 14, programme: 'HTN', instructionCode: 'BP-CHECK' },
      },
    });
  });

  it('follows the cause: the events of a closing name the event that closed it', async () => {
    const residentId = await systems.resident();
    const { parent, down } = await systems.waitingForDown(residentId);
    await systems.must(systems.step(systems.village, down, 'accept', { start: '2026-06-02', end: '2026-06-02' }));
    const task = followedUp(residentId, down.referralId);
    await systems.service.publish(task);
    const closed = (await systems.service.published(referralClosed)).filter(({ data }) => data.residentId === residentId);
    expect(closed.map(({ key }) => key).sort()).toEqual([parent.referralId, down.referralId].sort());
    for (const { headers } of closed) {
      expect(headers).toMatchObject({ ce_causationid: task.eventId, ce_correlationid: task.correlationId });
    }
  });
});

describe('a way down and its parent, changed from two sides at once', () => {
  it('wait for each other in one order: every loop closes, no version is lost', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { parent, down } = await systems.waitingForDown(await systems.resident());
        const accepted = systems.step(systems.village, down, 'accept', { start: '2026-06-02', end: '2026-06-02' });
        return { parent, down: await systems.must(accepted) };
      }),
    );
    await Promise.all(
      pairs.flatMap(({ down }) => [
        systems.service.publish(followedUp(down.residentId, down.referralId)),
        systems.step(systems.village, down, 'confirm-arrival'),
      ]),
    );
    for (const { parent, down } of pairs) {
      const [up, way] = [await read(parent.referralId), await read(down.referralId)];
      expect([up.status, way.status]).toEqual(['CLOSED', 'CLOSED']);
      expect([(await systems.told(up.referralId)).length, (await systems.told(way.referralId)).length]).toEqual([
        up.version,
        way.version,
      ]);
    }
  });
});

describe('a way down that is rejected', () => {
  it('returns its parent to the outcome in the same commit, and another may be opened', async () => {
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    const rejected = await systems.must(systems.step(systems.village, down, 'reject', { reasonCode: 'NO_CAPACITY' }));
    expect(rejected).toMatchObject({ status: 'REJECTED', rejection: { rejectedBy: 'RECEIVER', reasonCode: 'NO_CAPACITY' } });
    const returned = await read(parent.referralId);
    expect(returned).toMatchObject({ status: 'OUTCOME_SENT', downReferralId: null, version: parent.version + 1 });
    expect((await systems.told(parent.referralId)).at(-1)).toBe(`${returned.version} down-returned`);
    const again = await systems.must(
      systems.step(systems.hospital, returned, 'open-down', { ...wayDown, toInstitutionCode: 'T1' }),
    );
    expect(await read(again.downReferralId!)).toMatchObject({ toInstitutionCode: 'T1', status: 'DRAFT' });
  });
});

describe('without a way down', () => {
  it('the home unit is asked to follow up, and its task closes the referral', async () => {
    const residentId = await systems.resident();
    const ended = await systems.withOutcome(residentId);
    const body = { reason: 'HEALED', followUpPlan: { dueInDays: 30 } };
    const waiting = await systems.must(systems.step(systems.hospital, ended, 'no-down-needed', body));
    expect(waiting).toMatchObject({ status: 'FOLLOW_UP', noDownReason: 'HEALED' });
    const [event] = (await systems.service.published(referralFollowUpRequested)).filter(({ key }) => key === ended.referralId);
    expect(event!.data).toMatchObject({
      reason: 'HEALED',
      homeInstitutionCode: 'V1',
      followUpPlan: { dueInDays: 30, programme: null, instructionCode: 'GENERAL' },
    });
    await systems.service.publish(followedUp(residentId, ended.referralId));
    expect(await read(ended.referralId)).toMatchObject({ status: 'CLOSED', closing: { cause: 'FOLLOW_UP_DONE' } });
  });

  it('a death closes it at once, and who died is not sent down', async () => {
    const ended = await systems.withOutcome(await systems.resident(), 'DIED');
    const down = await systems.step(systems.hospital, ended, 'open-down', wayDown);
    expect([down.status, reasons(down)]).toEqual([422, ['patient-died']]);
    const closed = await systems.must(systems.step(systems.hospital, ended, 'no-down-needed', { reason: 'DIED' }));
    expect(closed).toMatchObject({ status: 'CLOSED', closing: { cause: 'DIED', followUpTaskId: null } });
    expect((await systems.told(ended.referralId)).filter((fact) => /drafted|closed/.test(fact))).toEqual([
      '1 drafted',
      '7 closed',
    ]);
  });
});

describe('completed follow-ups', () => {
  it('of programmes, and of referrals that wait for something else, close nothing', async () => {
    const residentId = await systems.resident();
    const pending = await systems.pending(residentId);
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    await systems.service.publish(followedUp(residentId, pending.referralId));
    await systems.service.publish(followedUp(residentId, null, { kind: 'PROGRAMME_FOLLOW_UP' }));
    await systems.service.publish(followedUp(parent.residentId, parent.referralId));
    expect((await read(pending.referralId)).status).toBe('PENDING_RECEIVER');
    expect([(await read(parent.referralId)).status, (await read(down.referralId)).status]).toEqual([
      'FOLLOW_UP',
      'PENDING_RECEIVER',
    ]);
  });

  it('of a referral that nobody knows here are kept back, not lost', async () => {
    const event = followedUp(await systems.resident(), newId());
    await systems.service.publish(event);
    const kept = await systems.service.query(
      `select 1 from parked_event where headers::json ->> 'ce_id' = $1 union all select 1 from dead_event where headers::json ->> 'ce_id' = $1`,
      [event.eventId],
    );
    expect(kept).toHaveLength(1);
  });
});

describe('a submission', () => {
  it('carries what settlement and the worklist need', async () => {
    const residentId = await systems.resident();
    const pending = await systems.pending(residentId, { urgency: 'URGENT' });
    expect(pending).toMatchObject({
      status: 'PENDING_RECEIVER',
      queueClass: 'URGENT',
      contracted: false,
      replyDueAt: '2026-06-01T11:30:00.000+08:00',
      profileVersion: expect.stringMatching(/^changle-/),
    });
    const [event] = (await systems.service.published(referralSubmitted)).filter(({ key }) => key === pending.referralId);
    expect(event!.data).toEqual({
      referralId: pending.referralId,
      referralNo: pending.referralNo,
      direction: 'UP',
      scope: 'INTRA',
      parentReferralId: null,
      residentId,
      fromInstitutionCode: 'T1',
      toInstitutionCode: 'H1',
      urgency: 'URGENT',
      visitType: form.visitType,
      reasonCodes: form.reasonCodes,
      diagnosisCodes: form.diagnosisCodes,
      windowStart: form.windowStart,
      windowEnd: form.windowEnd,
      contracted: false,
      contractId: null,
      queueClass: 'URGENT',
      occurredAt: '2026-06-01T09:30:00.000+08:00',
      recordedAt: '2026-06-30T08:00:00.000+08:00',
    });
  });
});
