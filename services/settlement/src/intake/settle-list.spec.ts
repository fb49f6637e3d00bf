import { describe, expect, it } from '@jest/globals';
import { decimal } from '@yigongti/kernel';
import fc from 'fast-check';
import { stayList } from '../../test/fixtures/lists.ts';
import { hypertension, pneumonia, policyTerms } from '../../test/fixtures/policies.ts';
import { withClaim, yearKey, yearOf, type Claim, type PatientYear, type SettlementList } from '../claim/index.ts';
import { HeldCalendar } from '../period/index.ts';
import { ChunkFacts, type ReadFacts } from './chunk-facts.ts';
import { settleList } from './settle-list.ts';

const id = (n: number) => `0197a3c0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const policy = { policyId: id(900), terms: policyTerms, policyVersion: 1 } as ReadFacts['policies'][number]['policy'];
const emptyYear = (list: SettlementList): PatientYear => ({
  ...yearOf(list),
  ...{ fundPaidFen: 0n, inpatientDeductibleFen: 0n, outpatientDeductibleFen: 0n },
});

function factsOf(lists: readonly SettlementList[], closed: readonly string[] = []): ReadFacts {
  const periods = { months: new Set(closed), years: new Set<number>() };
  return {
    calendar: new HeldCalendar(new Map([['C1 RESIDENT', periods]])),
    known: { versions: new Map(), standing: new Map() },
    billers: new Map(['H1', 'T1'].map((code) => [code, { level: code === 'H1' ? 'LEVEL_2' : 'TOWNSHIP', consortiumCode: 'C1' }])),
    residents: new Map(
      lists.map(({ residentId }) => [residentId, { residentId, insuranceType: 'RESIDENT', diedOn: null, merged: false }]),
    ),
    contracts: [],
    referrals: [],
    policies: [{ policy, catalogue: { basis: 'catalogue DIP@1', groups: [pneumonia, hypertension] } }],
    years: new Map(lists.map((list) => [yearKey(yearOf(list)), emptyYear(list)])),
    stays: new Map(),
  };
}

/** Takes lists one after the other, as an intake does, and keeps the book. */
function intake(lists: readonly SettlementList[], read = factsOf(lists)) {
  const facts = new ChunkFacts(read);
  const counting = new Map<string, Claim>();
  let taken = 0;
  for (const list of lists) {
    const sent = { list, contentDigest: `${list.listNo} ${list.listVersion}`, sentOn: '2026-07-01' };
    const settled = settleList(sent, facts, id(1000 + taken));
    if (!('claim' in settled)) continue;
    taken += 1;
    facts.add(settled.claim, settled.reversed?.claim ?? null);
    counting.set(settled.claim.claimId, settled.claim);
    if (settled.reversed) counting.delete(settled.reversed.claim.claimId);
  }
  return { counting: [...counting.values()], years: facts.years() };
}

const list = (person: number, listVersion: number, change: Partial<SettlementList> = {}): SettlementList => ({
  ...stayList,
  ...{ institutionCode: person % 2 ? 'H1' : 'T1', listNo: `L${person}`, listVersion, residentId: id(person), referralNo: null },
  ...change,
});
/** What counts in the end, without the ids that order gives. */
const told = ({ counting }: { counting: readonly Claim[] }) =>
  counting
    .map(({ list: { listNo, listVersion }, booking: { month }, points, benefit: { fundPaidFen, deductibleFen } }) => ({
      ...{ listNo, listVersion, month, points: points.points, fundPaidFen, deductibleFen },
    }))
    .sort((a, b) => (a.listNo < b.listNo ? -1 : 1));

describe('an intake, whatever comes twice and in whatever order', () => {
  const drawn = fc.uniqueArray(
    fc.record({
      person: fc.integer({ min: 1, max: 6 }),
      version: fc.integer({ min: 1, max: 4 }),
      costFen: fc.integer({ min: 100_000, max: 900_000 }).map(BigInt),
      diagnosisCode: fc.constantFrom('J18.900', 'I10.x00', 'Z00.000'),
    }),
    { selector: ({ person, version }) => `${person} ${version}`, minLength: 1, maxLength: 14 },
  );
  const lists = drawn.map((some) =>
    some.map(({ person, version, costFen, diagnosisCode }) =>
      list(person, version, {
        ...{ diagnosisCode, totalFen: costFen, inScopeFen: costFen, ownPayFen: 0n, overLimitFen: 0n, preSelfPayFen: 0n },
      }),
    ),
  );
  const sendings = lists.chain((some) =>
    fc.record({
      some: fc.constant(some),
      order: fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2, maxLength: some.length * 2 }),
    }),
  );
  const highest = (some: readonly SettlementList[]) =>
    some.filter((one) => !some.some((other) => other.listNo === one.listNo && other.listVersion > one.listVersion));

  it('counts each list once, in its highest version', () => {
    fc.assert(
      fc.property(sendings, ({ some, order }) => {
        expect(told(intake(order))).toEqual(told(intake(highest(some))));
      }),
    );
  });

  it('holds for each person exactly what the counting lists were paid', () => {
    fc.assert(
      fc.property(sendings, ({ order }) => {
        const { counting, years } = intake(order);
        for (const year of years) {
          const own = counting.filter((claim) => yearKey(yearOf(claim.list)) === yearKey(year));
          expect(year).toEqual(own.reduce((held, claim) => withClaim(held, claim), { ...year, ...zero }));
        }
      }),
    );
  });
  const zero = { fundPaidFen: 0n, inpatientDeductibleFen: 0n, outpatientDeductibleFen: 0n };

  it('settles a correction as if the version before had never been paid: the yearly cap is not used up twice', () => {
    const dear = { totalFen: 6_000_000n, inScopeFen: 6_000_000n, ownPayFen: 0n, overLimitFen: 0n, preSelfPayFen: 0n };
    const paid = (versions: number[]) =>
      intake(versions.map((version) => list(2, version, dear))).counting[0]?.benefit.fundPaidFen;
    expect([paid([1, 2]), paid([1, 2, 3])]).toEqual([paid([1]), paid([1])]);
    expect(paid([1])! * 2n > policyTerms.benefit.annualCapFen).toBe(true);
  });

  it('books in the next open month what comes for a cleared one, and says so', () => {
    const [claim] = intake([list(1, 1)], factsOf([list(1, 1)], ['2026-06', '2026-07'])).counting;
    expect(claim?.booking).toMatchObject({ month: '2026-08', cause: 'LATE' });
    const step = claim?.explanation.at(-1);
    expect(step).toMatchObject({
      rule: 'settlement.claim.booking',
      inputs: { careMonth: '2026-06', cause: 'LATE' },
      value: '2026-08',
    });
    expect(decimal(claim!.points.points).gt(0)).toBe(true);
  });
});
