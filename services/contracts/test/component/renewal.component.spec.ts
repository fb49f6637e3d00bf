import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractRenewed, contractSigned, contractTerminated } from '@yigongti/events';
import type { ContractView } from '../../src/contract/contract-view.ts';
import { contracts, ContractsAtWork, reasonsOf } from '../fixtures/contracts-at-work.ts';
import { enrolment, newId, resident } from '../fixtures/county.ts';

let desk: ContractsAtWork;
beforeAll(async () => {
  desk = await ContractsAtWork.start();
});
afterAll(() => desk.close());

const lastYear = '2025-07-20T09:00:00+08:00';
const today = '2026-06-10T09:00:00+08:00';
/** A contract of last year, which ends on 19 July 2026. */
async function dueContract(change: object = {}): Promise<ContractView> {
  return (await desk.sign(await desk.known(), { occurredAt: lastYear, ...change })).body;
}
const renew = ({ contractId }: ContractView, change: object = {}, ifMatch = 1) =>
  desk.township.post<ContractView>(`${contracts}/${contractId}/renew`, { years: 1, occurredAt: today, ...change }, { ifMatch });
const show = async ({ contractId }: ContractView) => (await desk.township.get<ContractView>(`${contracts}/${contractId}`)).body;

describe('a renewal', () => {
  it('is a contract of its own that follows without a gap, with the groups of its first day; both are told', async () => {
    const old = await dueContract();
    await desk.service.publish(enrolment(old.residentId, 'HTN'));
    expect((await show(old)).allowedActions).toEqual(['terminate', 'renew']);
    const { status, body, headers } = await renew(old, { years: 2, packageCodes: ['GENERAL', 'HTN'] });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', location: `${contracts}/${body.contractId}` });
    expect(body).toMatchObject({
      previousContractId: old.contractId,
      startsOn: '2026-07-20',
      endsOn: '2028-07-19',
      priorityGroups: ['ELDERLY_65', 'HTN'],
      state: 'NOT_STARTED',
    });
    expect(await show(old)).toMatchObject({
      renewedByContractId: body.contractId,
      state: 'ACTIVE',
      version: 2,
      allowedActions: ['terminate'],
    });
    const signed = (await desk.service.published(contractSigned)).find(({ key }) => key === body.contractId);
    expect(signed?.data).toMatchObject({ previousContractId: old.contractId, startsOn: '2026-07-20' });
    const renewed = (await desk.service.published(contractRenewed)).filter(({ key }) => key === old.contractId);
    expect(renewed.map(({ aggregateVersion, data }) => [aggregateVersion, data.renewedByContractId, data.renewedFrom])).toEqual([
      [2, body.contractId, '2026-07-20'],
    ]);
  });

  it('in the grace after the last day starts on the day of its signature', async () => {
    const old = await dueContract({ occurredAt: '2025-05-20T09:00:00+08:00' });
    expect(old.endsOn).toBe('2026-05-19');
    expect((await renew(old)).body).toMatchObject({ startsOn: '2026-06-10', endsOn: '2027-06-09', packageCodes: ['GENERAL'] });
  });

  it('is made once when twenty ask at once', async () => {
    const old = await dueContract();
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(old)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 412)]);
    const rows = await desk.service.query('select from contract where resident_id = $1', [old.residentId]);
    expect(rows).toHaveLength(2);
  });

  it.each<[string, object, object, number, string[]]>([
    ['too early', { occurredAt: '2026-06-01T09:00:00+08:00' }, {}, 422, ['contract.renewal-too-early']],
    ['too late', { occurredAt: '2025-05-01T09:00:00+08:00' }, {}, 422, ['contract.renewal-too-late']],
    [
      'with a term and packages that the county does not have',
      {},
      { years: 9, packageCodes: ['SPA'] },
      422,
      ['contract.term-out-of-range /years', 'contract.package-unknown /packageCodes/0'],
    ],
  ])('is refused %s, and nothing is written', async (_, signing, change, status, reasons) => {
    const old = await dueContract(signing);
    const before = await desk.written();
    const answer = await renew(old, change);
    expect([answer.status, reasonsOf(answer)]).toEqual([status, reasons]);
    expect(await desk.written()).toEqual(before);
  });

  it('is refused twice, after the end, stale, and to others; nothing is written', async () => {
    const old = await dueContract();
    await renew(old);
    const ended = await dueContract();
    const url = `${contracts}/${ended.contractId}`;
    await desk.township.post(`${url}/terminate`, { reason: 'OTHER', occurredAt: today }, { ifMatch: 1 });
    const before = await desk.written();
    const again = await renew(old, {}, 2);
    expect([again.status, reasonsOf(again)]).toEqual([409, ['contract.already-renewed']]);
    expect(reasonsOf(await renew(ended, {}, 2))).toEqual(['contract.not-in-force']);
    expect((await renew(ended, {}, 1)).status).toBe(412);
    const body = { years: 1, occurredAt: today };
    expect((await desk.township.post(`${url}/renew`, body)).status).toBe(428);
    expect((await desk.neighbour.post(`${url}/renew`, body, { ifMatch: 2 })).status).toBe(404);
    expect((await renew({ ...ended, contractId: newId() })).status).toBe(404);
    expect(await desk.written()).toEqual(before);
  });

  it('is undone by who leaves before it begins: both end, by the reason given', async () => {
    const old = await dueContract();
    const successor = (await renew(old)).body;
    const body = { reason: 'MOVED_OUT', occurredAt: '2026-06-20T09:00:00+08:00' };
    await desk.township.post(`${contracts}/${old.contractId}/terminate`, body, { ifMatch: 2 });
    expect(await show(old)).toMatchObject({ terminatedOn: '2026-06-20', version: 3 });
    expect(await show(successor)).toMatchObject({ terminatedOn: '2026-07-20', terminationReason: 'MOVED_OUT', version: 2 });
    const told = (await desk.service.published(contractTerminated)).map(({ key }) => key);
    expect(told).toEqual(expect.arrayContaining([old.contractId, successor.contractId]));
    expect((await desk.sign(old.residentId, { occurredAt: today, startsOn: '2026-06-20' })).status).toBe(201);
  });

  it('ends with the resident, as the contract before it does', async () => {
    const old = await dueContract();
    const successor = (await renew(old)).body;
    await desk.service.publish(resident(old.residentId, { diedOn: '2026-06-25' }, 2));
    expect(await show(old)).toMatchObject({ terminatedOn: '2026-06-25', terminationReason: 'DIED' });
    expect(await show(successor)).toMatchObject({ terminatedOn: '2026-07-20', terminationReason: 'DIED' });
  });

  it('leaves no day with two contracts, whoever signs beside it', async () => {
    const old = await dueContract();
    const other = desk.signing(old.residentId, { teamId: desk.neighbourTeamId, startsOn: '2026-07-20', occurredAt: today });
    const answers = await Promise.all([
      renew(old),
      ...Array.from({ length: 10 }, () => desk.neighbour.post(contracts, other)),
      renew(old),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const overlapping = `select from contract a join contract b using (resident_id)
      where a.contract_id < b.contract_id and a.in_force && b.in_force`;
    expect(await desk.service.query(overlapping)).toEqual([]);
  });
});
