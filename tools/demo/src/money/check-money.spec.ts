import { describe, expect, it } from '@jest/globals';
import { allocateByLargestRemainder, monthsOfYear } from '@yigongti/kernel';
import { claimFaults, clearingFaults, poolFaults, type ShownClearing, type ShownStatement } from './check-money.ts';

/** 100 000 fen by 600, 300 and 100 points at coefficients 0.96, 1 and 0.5, as the clearing must show it. */
const statements: readonly ShownStatement[] = [
  { institution: 'H1', points: '600', shareFen: 60_000n, coefficient: '0.96', fen: 57_600n },
  { institution: 'T1', points: '300.0000', shareFen: 30_000n, coefficient: '1', fen: 30_000n },
  { institution: 'T2', points: '100', shareFen: 10_000n, coefficient: '0.50', fen: 5_000n },
];
const clearing: ShownClearing = { pool: 'P', fundFen: 100_000n, allocatedFen: 92_600n, withheldFen: 7_400n, statements };

const withLine = (index: number, change: Partial<ShownStatement>): ShownClearing => ({
  ...clearing,
  statements: statements.map((line, at) => (at === index ? { ...line, ...change } : line)),
});

describe('the money of a month', () => {
  it('comes out where every fen is accounted for', () => expect(clearingFaults(clearing)).toEqual([]));

  it('comes out with ties to the smaller code and half a fen up', () => {
    const tied = {
      pool: 'P',
      fundFen: 5n,
      allocatedFen: 5n,
      withheldFen: 0n,
      statements: [
        { institution: 'A', points: '1', shareFen: 2n, coefficient: '0.75', fen: 2n },
        { institution: 'B', points: '1', shareFen: 2n, coefficient: '1.2', fen: 2n },
        { institution: 'C', points: '1', shareFen: 1n, coefficient: '0.5', fen: 1n },
      ],
    };
    expect(clearingFaults(tied)).toEqual([]);
  });

  it.each<[string, ShownClearing, string[]]>([
    [
      'a fen is lost between allocated and withheld',
      { ...clearing, withheldFen: 7_399n },
      ['allocated + withheld is not the fund'],
    ],
    [
      'a statement is a fen short',
      withLine(0, { fen: 57_599n }),
      ['the statements do not sum to what was allocated', 'H1 does not get its share times 0.96'],
    ],
    [
      'a fen of share went to the wrong institution',
      {
        ...withLine(0, { shareFen: 59_999n }),
        statements: [
          ...withLine(0, { shareFen: 59_999n }).statements.slice(0, 1),
          { ...statements[1]!, shareFen: 30_001n, fen: 30_001n },
          statements[2]!,
        ],
      },
      [
        'the statements do not sum to what was allocated',
        'the share of H1 is not its part by points',
        'the share of T1 is not its part by points',
        'H1 does not get its share times 0.96',
      ],
    ],
    [
      'a share is missing',
      { ...clearing, statements: statements.slice(0, 2) },
      ['the shares do not sum', 'the statements do not sum', 'the share of H1', 'the share of T1'],
    ],
  ])('does not when %s', (_, planted, said) => {
    const faults = clearingFaults(planted);
    expect(faults).toHaveLength(said.length);
    for (const [index, words] of said.entries()) expect(faults[index]).toContain(words);
  });

  it('a tie that went to the larger code is seen', () => {
    const statement = (institution: string, shareFen: bigint) => ({
      institution,
      points: '1',
      shareFen,
      coefficient: '1',
      fen: shareFen,
    });
    const planted = {
      ...clearing,
      fundFen: 3n,
      allocatedFen: 3n,
      withheldFen: 0n,
      statements: [statement('A', 1n), statement('B', 2n)],
    };
    expect(clearingFaults(planted)).toHaveLength(2);
  });
});

describe('the package of a year', () => {
  const months = [
    ...allocateByLargestRemainder(
      1_000_001n,
      monthsOfYear(2026).map((key) => ({ key, weight: 1 })),
    ),
  ];
  const pool = { pool: 'P', packageFen: 1_000_001n, months: months.map(([month, fundFen]) => ({ month, fundFen })) };
  const cleared = { month: '2026-06', fundFen: pool.months[5]!.fundFen };

  it('is its twelve months', () => expect(poolFaults(pool, cleared)).toEqual([]));
  it.each([
    ['a month is missing', { ...pool, months: pool.months.slice(0, 11) }, cleared],
    [
      'a month has a fen more',
      { ...pool, months: pool.months.map((month, at) => (at === 2 ? { ...month, fundFen: month.fundFen + 1n } : month)) },
      cleared,
    ],
    ['another fund was cleared', pool, { ...cleared, fundFen: cleared.fundFen + 1n }],
    ['a month was cleared that is not planned', pool, { ...cleared, month: '2027-06' }],
  ])('is not when %s', (_, planted, run) => expect(poolFaults(planted, run)).not.toEqual([]));
});

it('a claim is paid by fund and patient, to the fen', () => {
  const claim = { claim: 'L1', totalFen: 100n, fundPaidFen: 60n, personalFen: 40n };
  expect(claimFaults(claim)).toEqual([]);
  expect(claimFaults({ ...claim, personalFen: 41n })).toEqual([
    'claim L1: fund + patient is not the total: 101 fen instead of 100',
  ]);
});
