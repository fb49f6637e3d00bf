import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractTerminated } from '@yigongti/events';
import type { TestClient } from '@yigongti/testing';
import type { ReferralView } from '../../src/referral/referral-view.ts';
import { HospitalSystems, root } from '../fixtures/hospital-systems.ts';
import { contract, newId, team } from '../fixtures/told.ts';

interface Listed {
  items: ReferralView[];
  next: string | null;
}

let systems: HospitalSystems;
beforeAll(async () => {
  systems = await HospitalSystems.start();
});
afterAll(() => systems.service.close());

async function signed(members?: string[]): Promise<string> {
  const [residentId, teamId] = [await systems.resident(), newId()];
  await systems.service.publish(team(teamId, members));
  await systems.service.publish(contract(residentId, teamId));
  return residentId;
}

const list = async (client: TestClient, query: string) => (await client.get<Listed>(`${root}?${query}`)).body;
const ids = ({ items }: Listed) => items.map(({ referralId }) => referralId);

async function pages(query: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Listed = await list(systems.hospital, `${query}&limit=${limit}${next ? `&cursor=${next}` : ''}`);
    found.push(...ids(page));
    next = page.next;
  }
  return found;
}

describe("the receiver's worklist", () => {
  it('is by urgency, then the own team’s patients, then the others, and inside a class by submission', async () => {
    const at = (hour: number) => ({ occurredAt: `2026-06-01T${String(hour).padStart(2, '0')}:00:00+08:00` });
    const pending = async (residentId: string, hour: number, change = {}) => {
      const draft = await systems.draft(systems.township, residentId, change);
      return (await systems.must(systems.step(systems.township, draft, 'submit', at(hour)))).referralId;
    };
    const walk = await systems.resident();
    const lateRoutine = await pending(walk, 12);
    const otherTeam = await pending(await signed(['D-OTHER']), 9);
    const earlyRoutine = await pending(await systems.resident(), 8);
    const ownTeamLate = await pending(await signed(), 14);
    const ownTeam = await pending(await signed(), 13);
    const urgent = await pending(await systems.resident(), 15, { urgency: 'URGENT' });
    const emergency = await pending(await systems.resident(), 16, { urgency: 'EMERGENCY', consentSignedAt: undefined });
    const expected = [emergency, urgent, ownTeam, ownTeamLate, earlyRoutine, otherTeam, lateRoutine];
    expect(ids(await list(systems.hospital, 'toInstitutionCode=H1&status=PENDING_RECEIVER'))).toEqual(expected);
    expect(await pages('toInstitutionCode=H1&status=PENDING_RECEIVER', 2)).toEqual(expected);
    const classes = (await list(systems.hospital, 'status=PENDING_RECEIVER')).items.map(({ queueClass, contracted }) => [
      queueClass,
      contracted,
    ]);
    expect(classes).toEqual([
      ['EMERGENCY', false],
      ['URGENT', false],
      ['CONTRACTED', true],
      ['CONTRACTED', true],
      ['REFERRED', false],
      ['REFERRED', true],
      ['REFERRED', false],
    ]);
  });

  it('gives no priority after the contract has ended, from that very day', async () => {
    const [residentId, teamId] = [await systems.resident(), newId()];
    const agreement = contract(residentId, teamId);
    await systems.service.publish(team(teamId));
    await systems.service.publish(agreement);
    const { contractId } = agreement.data;
    const meta = { eventId: newId(), aggregateVersion: 2, correlationId: newId(), causationId: null, traceparent: null };
    const times = { occurredAt: '2026-06-01T08:00:00.000+08:00', recordedAt: '2026-06-01T08:00:00.000+08:00' };
    const end = { contractId, residentId, teamId, institutionCode: 'T1', terminatedOn: '2026-06-01', reason: 'OTHER' as const };
    await systems.service.publish(contractTerminated.create({ ...end, ...times }, meta));
    expect(await systems.pending(residentId)).toMatchObject({ contracted: false, contractId: null, queueClass: 'REFERRED' });
  });

  it('refuses a cursor that nobody gave', async () => {
    const forged = Buffer.from(JSON.stringify([1, 'yesterday', 'x'])).toString('base64url');
    const answer = await systems.hospital.get(`${root}?status=PENDING_RECEIVER&cursor=${forged}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.cursor-invalid']);
    expect((await systems.hospital.get(`${root}?cursor=${forged}`)).status).toBe(400);
  });
});

describe('lists', () => {
  it('are in order of drafting, page by page, by what was asked for', async () => {
    const residentId = await systems.resident();
    const own = [];
    for (let n = 0; n < 5; n += 1) own.push((await systems.draft(systems.township, residentId)).referralId);
    const mine = `residentId=${residentId}`;
    const all: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Listed = await list(systems.township, `${mine}&limit=2${next ? `&cursor=${next}` : ''}`);
      all.push(...ids(page));
      next = page.next;
    }
    expect(all).toEqual(own);
    expect(ids(await list(systems.township, `${mine}&direction=DOWN`))).toEqual([]);
    expect(ids(await list(systems.township, `${mine}&status=DRAFT&fromInstitutionCode=T1&toInstitutionCode=H1`))).toEqual(own);
  });

  it('show the ways down of a parent', async () => {
    const { parent, down } = await systems.waitingForDown(await systems.resident());
    expect(ids(await list(systems.village, `parentReferralId=${parent.referralId}`))).toEqual([down.referralId]);
  });
});

describe('who sees a referral', () => {
  it('is sender, receiver and who stands above them; to everybody else it does not exist', async () => {
    const residentId = await systems.resident();
    const draft = await systems.draft(systems.village, residentId, { practitionerCode: 'D-V1', toInstitutionCode: 'T1' });
    const sent = await systems.must(systems.step(systems.village, draft, 'submit'));
    const insurance = await systems.service.as('INSURANCE_BUREAU', 'B2');
    const analyst = await systems.service.as('ANALYST', 'B2');
    const statusFor = async (client: TestClient) => (await client.get(`${root}/${sent.referralId}`)).status;
    for (const client of [systems.village, systems.township, systems.hospital, systems.bureau, analyst]) {
      expect(await statusFor(client)).toBe(200);
      expect(ids(await list(client, `residentId=${residentId}`))).toEqual([sent.referralId]);
    }
    for (const client of [systems.otherTownship, systems.otherHospital]) {
      expect(await statusFor(client)).toBe(404);
      expect(ids(await list(client, `residentId=${residentId}`))).toEqual([]);
    }
    expect(await statusFor(insurance)).toBe(403);
  });

  it('a receiver in the other consortium sees it once it was sent, never the draft', async () => {
    const draft = await systems.draft(systems.township, await systems.resident(), { toInstitutionCode: 'H2' });
    const url = `${root}/${draft.referralId}`;
    const listed = async () => ids(await list(systems.otherHospital, `residentId=${draft.residentId}`));
    expect([(await systems.otherHospital.get(url)).status, await listed()]).toEqual([404, []]);
    await systems.must(systems.step(systems.township, draft, 'submit'));
    expect([(await systems.otherHospital.get(url)).status, await listed()]).toEqual([200, [draft.referralId]]);
    expect((await systems.otherTownship.get(url)).status).toBe(404);
  });
});
