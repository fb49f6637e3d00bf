import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CountyService, v1 } from '../fixtures/county-service.ts';
import { productHalfUp, scaled, sharesOf, timesHalfUp } from '../fixtures/stranger.ts';
import { afterYear, during, monthsOf2026, openYear, Orders, stay } from '../fixtures/year.ts';

type Step = { rule: string; inputs: Record<string, string | number>; value: string | number };
type Line = { institutionCode: string; bookedPoints: string; points: string; shareFen: number; coefficient: string };
type MonthLine = Line & { fen: number; withheldFen: number };
type YearLine = Line & { dueFen: number; paidFen: number; clearingFen: number; monthShareFen: number };
type Booked = { claimId: string; kind: string; points: string; totalFen: number; fundPaidFen: number };
type Opened = YearLine & { explanation: Step[]; months: { month: string; runId: string; shareFen: number; fen: number }[] };

let county: CountyService;
let year: { yearClearingId: string; fundFen: number; points: string; dueFen: number; clearingFen: number };
beforeAll(async () => {
  county = await CountyService.start(afterYear());
  const orders = new Orders(county, await openYear(county));
  for (const [index, month] of monthsOf2026.entries()) {
    const sent = await county.send(county.hospital, await listsOf(month, index));
    expect(sent.every(({ status }) => status === 'created' || status === 'updated')).toBe(true);
    await orders.clearMonth(month, `0.${90 + (index % 9)}`);
  }
  year = (await county.must(orders.clearYear())) as typeof year;
}, 60_000);
afterAll(() => county.service.close());

/** Lists of different cost and level; from March on one of the month before comes late, and one of it is corrected. */
async function listsOf(month: string, index: number) {
  const at = async (institutionCode: string, costFen: number, change: object = {}) =>
    county.line(await county.resident(), {
      ...{
        ...stay,
        ...during(month),
        institutionCode,
        diagnosisCode: 'J18.900',
        totalFen: costFen,
        inScopeFen: costFen - 1000,
        ownPayFen: 1000,
      },
      ...change,
    });
  const lists = [
    await at('H1', 700000 + index * 33333),
    await at('T1', 510007 + index * 7),
    await at('T2', 280000, { ...stay, ownPayFen: 0 }),
  ];
  if (index === 0) return lists;
  const before = during(monthsOf2026[index - 1]!);
  const first = await at('T1', 480001, before);
  return [...lists, first, { ...first, listVersion: 2, totalFen: 499999, inScopeFen: 498999 }];
}

const read = async <Body>(url: string) => (await county.must(county.insurance.get(`${v1}/${url}`))) as Body;
const items = async <Item>(url: string): Promise<Item[]> => {
  const found: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Item[]; next: string | null } = await read(`${url}?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
};
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const sumPoints = (lines: { points: string }[]) => lines.reduce((points, line) => points + scaled(line.points), 0n);

it('a stranger recomputes every line of the year from what is shown', async () => {
  const lines = await items<YearLine>(`year-clearings/${year.yearClearingId}/statements`);
  const shares = sharesOf(year.fundFen, lines);
  for (const line of lines) {
    expect(line.shareFen).toBe(shares[line.institutionCode]);
    expect(line.dueFen).toBe(Math.min(line.shareFen, timesHalfUp(line.shareFen, line.coefficient)));
    expect(line.clearingFen).toBe(line.dueFen - line.paidFen);
    const coefficient = (2n * BigInt(line.paidFen) * 10n ** 6n + BigInt(line.monthShareFen)) / (2n * BigInt(line.monthShareFen));
    expect(scaled(line.coefficient)).toBe(coefficient * 10n ** 6n);
  }
  expect([sum(lines.map(({ dueFen }) => dueFen)), sum(lines.map(({ clearingFen }) => clearingFen))]).toEqual([
    year.dueFen,
    year.clearingFen,
  ]);
  expect(sumPoints(lines)).toBe(scaled(year.points));
});

it('a hospital that sees its own line only can follow its share to the last fen', async () => {
  const line = (await county.must(
    county.otherTownship.get(`${v1}/year-clearings/${year.yearClearingId}/statements/T2`),
  )) as unknown as Opened;
  const share = line.explanation.find(({ rule }) => rule === 'settlement.year.share')!;
  const { fundFen, points, poolPoints, wholeFen, leftFen, place } = share.inputs;
  expect(wholeFen).toBe(Number((BigInt(fundFen!) * scaled(points!)) / scaled(poolPoints!)));
  expect(share.value).toBe(Number(wholeFen) + (Number(place) <= Number(leftFen) ? 1 : 0));
});

it('a line opens to its months, a month to its lists and reversals, and their points are the points of the line', async () => {
  for (const { institutionCode, bookedPoints, paidFen } of await items<YearLine>(
    `year-clearings/${year.yearClearingId}/statements`,
  )) {
    const { months } = await read<Opened>(`year-clearings/${year.yearClearingId}/statements/${institutionCode}`);
    let points = 0n;
    for (const { runId, shareFen, fen } of months) {
      const run = await read<{ fundFen: number; allocatedFen: number; withheldFen: number }>(`runs/${runId}`);
      const lines = await items<MonthLine>(`runs/${runId}/statements`);
      const own = lines.find((line) => line.institutionCode === institutionCode)!;
      expect([own.shareFen, own.fen]).toEqual([
        sharesOf(run.fundFen, lines)[institutionCode],
        timesHalfUp(shareFen, own.coefficient),
      ]);
      expect([fen, own.fen + own.withheldFen]).toEqual([own.fen, shareFen]);
      expect(run.allocatedFen + run.withheldFen).toBe(run.fundFen);
      const bookings = await items<Booked>(`runs/${runId}/statements/${institutionCode}/bookings`);
      expect(sumPoints(bookings)).toBe(scaled(own.bookedPoints));
      points += scaled(own.bookedPoints);
    }
    expect([points, sum(months.map(({ fen }) => fen))]).toEqual([scaled(bookedPoints), paidFen]);
  }
}, 60_000);

it('a list or reversal opens to the claim, and the claim to what made its points and its payment', async () => {
  const runs = await items<{ runId: string; month: string }>('runs');
  const { runId } = runs.find(({ month }) => month === '2026-05')!;
  const kinds = new Set<string>();
  for (const { institutionCode } of await items<MonthLine>(`runs/${runId}/statements`)) {
    for (const booked of await items<Booked>(`runs/${runId}/statements/${institutionCode}/bookings`)) {
      kinds.add(booked.kind);
      await followClaim(booked);
    }
  }
  expect(kinds).toEqual(new Set(['ORIGINAL', 'REVERSAL']));
}, 60_000);

type Claim = {
  totalFen: number;
  fundPaidFen: number;
  personalFen: number;
  points: string;
  bookings: Booked[];
  explanation: Step[];
};

async function followClaim(booked: Booked): Promise<void> {
  const claim = await read<Claim>(`claims/${booked.claimId}`);
  const sign = booked.kind === 'REVERSAL' ? -1 : 1;
  expect([booked.totalFen, booked.fundPaidFen]).toEqual([sign * claim.totalFen, sign * claim.fundPaidFen]);
  expect(scaled(booked.points)).toBe(BigInt(sign) * scaled(claim.points));
  const step = (rule: string) => claim.explanation.find((one) => one.rule === `settlement.${rule}`)!;
  const { score, coefficient, deviation } = step('points.case').inputs;
  expect(productHalfUp([String(score), String(coefficient), String(deviation)], 4)).toBe(scaled(claim.points));
  const { inScopeFen, deductibleFen, ratio } = step('benefit.payable').inputs;
  const payable = timesHalfUp(Number(inScopeFen) - Number(deductibleFen), String(ratio));
  expect(step('benefit.payable').value).toBe(payable);
  expect(claim.fundPaidFen).toBe(Math.min(payable, Number(step('benefit.annual-cap').inputs.restFen)));
  expect(claim.personalFen).toBe(claim.totalFen - claim.fundPaidFen);
}
