import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestClient } from '@yigongti/testing';
import fc from 'fast-check';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, root, wayDown, type Answer } from '../fixtures/hospital-systems.ts';

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

const bodies: Record<string, object> = {
  submit: {},
  approve: {},
  reject: { reasonCode: 'OTHER' },
  accept: { start: '2026-06-02', end: '2026-06-02' },
  'counter-offer': { start: '2026-06-10', end: '2026-06-11' },
  agree: {},
  'refuse-offer': {},
  withdraw: { reasonCode: 'OTHER' },
  cancel: { reasonCode: 'OTHER' },
  'mark-no-show': { occurredAt: '2026-06-20T08:00:00+08:00' },
  'upload-records': { documents: [{ documentNo: 'ZZ-1', typeCode: 'HSDC00.05' }] },
  'confirm-arrival': {},
  'open-encounter': { encounterNo: 'ZY-9' },
  'send-outcome': { outcome: 'CURED', diagnosisCodes: ['I10'], advice: '无' },
  'open-down': wayDown,
  'no-down-needed': { reason: 'HEALED', followUpPlan: {} },
};

/** From the village, reviewed by the township, to the hospital: each side is another institution. */
const made: Record<string, (residentId: string) => Promise<ReferralView>> = {
  DRAFT: (residentId) => systems.draft(systems.village, residentId, { practitionerCode: 'D-V1' }),
  UNDER_REVIEW: (residentId) => follow(residentId, 'DRAFT', ['village submit']),
  PENDING_RECEIVER: (residentId) => follow(residentId, 'UNDER_REVIEW', ['township approve']),
  COUNTER_OFFERED: (residentId) => follow(residentId, 'PENDING_RECEIVER', ['hospital counter-offer']),
  ACCEPTED: (residentId) => follow(residentId, 'PENDING_RECEIVER', ['hospital accept']),
  ARRIVED: (residentId) => follow(residentId, 'ACCEPTED', ['hospital confirm-arrival']),
  IN_CARE: (residentId) => follow(residentId, 'ARRIVED', ['hospital open-encounter']),
  OUTCOME_SENT: (residentId) => follow(residentId, 'IN_CARE', ['hospital send-outcome']),
  FOLLOW_UP: (residentId) => follow(residentId, 'OUTCOME_SENT', ['hospital no-down-needed']),
  REJECTED: (residentId) => follow(residentId, 'UNDER_REVIEW', ['township reject']),
  WITHDRAWN: (residentId) => follow(residentId, 'COUNTER_OFFERED', ['village withdraw']),
  CANCELLED: (residentId) => follow(residentId, 'ACCEPTED', ['village cancel']),
  NO_SHOW: (residentId) => follow(residentId, 'ACCEPTED', ['hospital mark-no-show']),
};

type Side = 'village' | 'township' | 'hospital' | 'otherHospital' | 'bureau';

async function follow(residentId: string, from: string, steps: string[]): Promise<ReferralView> {
  let referral = await made[from]!(residentId);
  for (const step of steps) {
    const [side, command] = step.split(' ') as [Side, string];
    referral = await systems.must(systems.step(systems[side], referral, command, bodies[command]));
  }
  return referral;
}

/** What the API itself says that this side may do. */
async function allowedTo(client: TestClient, { referralId }: ReferralView): Promise<readonly string[] | null> {
  const seen = (await client.get(`${root}/${referralId}`)) as Answer;
  return seen.status === 200 ? seen.body.allowedActions : null;
}

it('whatever the state, the step and the side: it is taken, or refused with its reason and nothing has changed', async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(made)),
      fc.constantFrom(...Object.keys(bodies)),
      fc.constantFrom<Side>('village', 'township', 'hospital', 'otherHospital', 'bureau'),
      async (state, command, side) => {
        const referral = await made[state]!(await systems.resident());
        const allowed = await allowedTo(systems[side], referral);
        const answer = await systems.step(systems[side], referral, command, bodies[command]);
        outcomes.set(String(answer.status), (outcomes.get(String(answer.status)) ?? 0) + 1);
        // The bureau's role takes no step but a review, so it is stopped at the door before the referral is looked at.
        const door = side === 'bureau' && !['approve', 'reject'].includes(command);
        const expected = door ? [403] : allowed === null ? [404] : allowed.includes(command) ? [200] : [403, 409];
        expect([state, command, side, expected.includes(answer.status), answer.status]).toEqual([
          state,
          command,
          side,
          true,
          answer.status,
        ]);
        const steps = answer.status === 200 ? answer.body.version - referral.version : 0;
        expect((await systems.told(referral.referralId)).length).toBe(referral.version + steps);
        if (answer.status !== 200) expect(answer.body.code).toEqual(expect.any(String));
      },
    ),
    { numRuns: 70, seed: 20261122 },
  );
  expect([...outcomes.keys()].sort()).toEqual(['200', '403', '404', '409']);
}, 120_000);
