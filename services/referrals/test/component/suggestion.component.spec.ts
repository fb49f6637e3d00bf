import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralDrafted } from '@yigongti/events';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { form, HospitalSystems, root } from '../fixtures/hospital-systems.ts';
import { newId, suggestion } from '../fixtures/told.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

async function draftsOf(residentId: string): Promise<ReferralView[]> {
  const answer = await systems.village.get<{ items: ReferralView[] }>(`${root}?status=DRAFT&residentId=${residentId}`);
  return answer.body.items;
}

describe('a suggestion of a follow-up', () => {
  it('becomes one draft of its own unit, to the lead hospital above, whatever is told again', async () => {
    const residentId = await systems.resident();
    const told = suggestion(residentId);
    await systems.service.publish(told);
    await systems.service.publish(told);
    // The same task told by another event, as after a restore of its owner.
    await systems.service.publish(suggestion(residentId, { taskId: told.data.taskId }, 2));
    expect(await systems.service.query('select 1 from parked_event union all select 1 from dead_event')).toEqual([]);
    const drafts = await draftsOf(residentId);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      origin: 'SUGGESTION',
      suggestionTaskId: told.data.taskId,
      direction: 'UP',
      fromInstitutionCode: 'V1',
      toInstitutionCode: 'H1',
      urgency: 'URGENT',
      reasonCodes: ['TWICE_UNCONTROLLED'],
      ruleHits: [{ ruleId: 'HTN-TWICE-UNCONTROLLED', ruleVersion: '2017.1' }],
      summary: null,
      allowedActions: ['submit'],
    });
    const events = (await systems.service.published(referralDrafted)).filter(({ data }) => data.residentId === residentId);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      data: { origin: 'SUGGESTION', suggestionTaskId: told.data.taskId },
      headers: { ce_causationid: told.eventId },
    });
  });

  it('goes where the rule says, if it says so', async () => {
    const residentId = await systems.resident();
    await systems.service.publish(suggestion(residentId, { suggestedToInstitutionCode: 'T1' }));
    expect((await draftsOf(residentId)).map(({ toInstitutionCode }) => toInstitutionCode)).toEqual(['T1']);
  });

  it('is sent by a doctor, who writes what it lacks', async () => {
    const residentId = await systems.resident();
    await systems.service.publish(suggestion(residentId));
    const [draft] = await draftsOf(residentId);
    const { practitionerCode: _, direction: __, toInstitutionCode: ___, urgency: ____, ...written } = form;
    const bare = await systems.step(systems.village, draft!, 'submit');
    expect(bare.status).toBe(422);
    const sent = await systems.must(systems.step(systems.village, draft!, 'submit', { ...written, practitionerCode: 'D-V1' }));
    expect(sent).toMatchObject({ status: 'UNDER_REVIEW', urgency: 'URGENT', origin: 'SUGGESTION' });
  });

  it('of a unit that nothing stands above makes no draft', async () => {
    const residentId = await systems.resident();
    await systems.service.publish(suggestion(residentId, { institutionCode: 'B1' }));
    expect(await systems.service.query('select 1 from referral where resident_id = $1', [residentId])).toEqual([]);
  });

  it('of a unit that nobody has told of is kept back until it is', async () => {
    const residentId = await systems.resident();
    await systems.service.publish(suggestion(residentId, { institutionCode: `V-${newId().slice(-6)}` }));
    expect(await systems.service.query('select 1 from referral where resident_id = $1', [residentId])).toEqual([]);
    const kept = await systems.service.query(
      'select 1 from parked_event where payload like $1 union all select 1 from dead_event where payload like $1',
      [`%${residentId}%`],
    );
    expect(kept.length).toBeGreaterThan(0);
  });
});
