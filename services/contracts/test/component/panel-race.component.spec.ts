import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contractSigned } from '@yigongti/events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContractView } from '../../src/contract/contract-view.ts';
import { contracts, ContractsAtWork, households, reasonsOf } from '../fixtures/contracts-at-work.ts';

const limit = 40;
const county = join(import.meta.dirname, '../../../../deploy/counties/changle.yaml');
const section = (parse(readFileSync(county, 'utf8')) as { contracts: object }).contracts;
const profile = { ...section, panelLimitPersons: { value: limit, from: '2020-01-01', source: 'assumption' } };

let desk: ContractsAtWork;
beforeAll(async () => {
  desk = await ContractsAtWork.start({ profile });
});
afterAll(() => desk.close());

/** Persons under contract with the GP on each day on which one begins: nowhere else can they be most. */
async function busiestDay(leader: string): Promise<number> {
  const [row] = await desk.service.query<{ persons: number }>(
    `select max((select count(*) from contract c where c.leader_practitioner_code = $1 and c.in_force @> b.starts_on))::int as persons
     from contract b where b.leader_practitioner_code = $1`,
    [leader],
  );
  return row!.persons;
}

describe('the panel of a GP', () => {
  it('is not passed by a thousand signatures at once: exactly its limit is signed', async () => {
    const residents = await desk.knownMany(1_000);
    const answers = await Promise.all(residents.map((id) => desk.insist(desk.township, contracts, desk.signing(id))));
    const told = answers.map((answer) => [answer.status, ...reasonsOf(answer)].join(' '));
    expect(told.filter((words) => words === '201')).toHaveLength(limit);
    expect(told.filter((words) => words === '422 contract.panel-full /teamId')).toHaveLength(1_000 - limit);
    expect(await busiestDay('D-GP')).toBe(limit);
    expect(await desk.service.published(contractSigned)).toHaveLength(limit);
  }, 120_000);

  it('is not passed by contracts that begin on different days, nor by households and renewals', async () => {
    const people = await desk.knownMany(300);
    const { neighbour, neighbourTeamId } = desk;
    const body = (residentId: string, change: object) => desk.signing(residentId, { teamId: neighbourTeamId, ...change });
    const early = await Promise.all(
      people
        .slice(0, 20)
        .map((id) => desk.insist<ContractView>(neighbour, contracts, body(id, { occurredAt: '2025-07-20T08:00:00+08:00' }))),
    );
    expect(new Set(early.map(({ status }) => status))).toEqual(new Set([201]));
    const renewals = early.map(({ body: { contractId } }) =>
      desk.insist(
        neighbour,
        `${contracts}/${contractId}/renew`,
        { years: 1, occurredAt: '2026-06-10T08:00:00+08:00' },
        { ifMatch: 1 },
      ),
    );
    const singles = people
      .slice(20, 220)
      .map((id, index) =>
        desk.insist(neighbour, contracts, body(id, { startsOn: `2026-${index % 2 ? '06' : '09'}-${10 + (index % 20)}` })),
      );
    const families = Array.from({ length: 16 }, (_, index) => {
      const members = people
        .slice(220 + index * 5, 225 + index * 5)
        .map((residentId) => ({ residentId, packageCodes: ['GENERAL'] }));
      const { occurredAt } = body('', {});
      return desk.insist(neighbour, households, {
        representativeResidentId: members[0]!.residentId,
        members,
        teamId: neighbourTeamId,
        years: 1,
        startsOn: index % 2 ? '2026-06-15' : '2027-01-01',
        occurredAt,
      });
    });
    const answers = await Promise.all([...renewals, ...singles, ...families]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]));
    expect(await busiestDay('D-GP2')).toBe(limit);
  }, 120_000);
});
