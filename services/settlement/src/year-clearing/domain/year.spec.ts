import { describe, expect, it } from '@jest/globals';
import { closeYear, digestOfYearInputs, type ClosingYear, type YearStatement } from './year.ts';

const line: YearStatement = {
  institutionCode: 'H1',
  bookingCount: 2,
  bookedPoints: '600',
  points: '600',
  shareFen: 720_000n,
  score: '98',
  coefficient: '0.96',
  dueFen: 691_200n,
  withheldFen: 28_800n,
  monthShareFen: 720_000n,
  paidFen: 700_000n,
  monthWithheldFen: 20_000n,
  clearingFen: -8_800n,
};
const other: YearStatement = {
  ...line,
  institutionCode: 'T1',
  bookedPoints: '400',
  points: '400',
  shareFen: 480_000n,
  score: null,
  coefficient: '1',
  dueFen: 480_000n,
  withheldFen: 0n,
  monthShareFen: 450_000n,
  paidFen: 450_000n,
  monthWithheldFen: 0n,
  clearingFen: 30_000n,
};
const closing: ClosingYear = {
  yearClearingId: '0197a3c0-0000-7000-8000-000000000036',
  inputs: {
    poolId: '0197a3c0-0000-7000-8000-000000000031',
    year: 2026,
    policyId: '0197a3c0-0000-7000-8000-000000000030',
    fundFen: 1_200_000n,
    assessment: { by: 'YEAR_RESULT', decimalPlaces: 6 },
    assessmentResultId: '0197a3c0-0000-7000-8000-000000000041',
    months: [{ month: '2026-01', runId: '0197a3c0-0000-7000-8000-000000000033', digest: 'a' }],
    bookedDigest: 'b',
  },
  statements: [line, other],
  clearedOn: '2027-01-20',
};

describe('the clearing of a year', () => {
  it('adds up its lines', () => {
    expect(closeYear(closing)).toMatchObject({
      ...{ year: 2026, assessedBy: 'YEAR_RESULT', monthsCleared: 1, bookingCount: 4, points: '1000', fundFen: 1_200_000n },
      ...{ dueFen: 1_171_200n, withheldFen: 28_800n, paidFen: 1_150_000n, monthWithheldFen: 20_000n, clearingFen: 21_200n },
      version: 1,
    });
  });

  it('is refused without points', () => {
    expect(() => closeYear({ ...closing, statements: [] })).toThrow('settlement.year-clearing.no-points');
  });

  it.each<[string, Partial<YearStatement>]>([
    ['loses a fen of the share', { withheldFen: 28_799n }],
    ['is due more than the share', { dueFen: 720_001n, withheldFen: -1n, clearingFen: 20_001n }],
    ['pays other than due less paid', { clearingFen: -8_801n }],
    ['mistakes what the months withheld', { monthWithheldFen: 20_001n }],
    ['has a share that is not of the package', { shareFen: 720_001n, withheldFen: 28_801n }],
  ])('is broken when a line %s', (_, change) => {
    expect(() => closeYear({ ...closing, statements: [{ ...line, ...change }, other] })).toThrow('are not the package');
  });

  it('has the same digest for the same inputs and lines, and another when one fen moves', () => {
    const moved = [{ ...line, dueFen: 691_201n, withheldFen: 28_799n, clearingFen: -8_799n }, other];
    expect(closeYear({ ...closing, yearClearingId: 'x', clearedOn: '2027-02-01' }).digest).toBe(closeYear(closing).digest);
    expect(closeYear({ ...closing, statements: moved }).digest).not.toBe(closeYear(closing).digest);
  });

  it('has another digest of inputs when a month, a booking, the package or the assessment changes', () => {
    const { inputs } = closing;
    const digests = [
      inputs,
      { ...inputs, months: [{ ...inputs.months[0]!, digest: 'c' }] },
      { ...inputs, bookedDigest: 'c' },
      { ...inputs, fundFen: 1_200_001n },
      { ...inputs, assessment: { ...inputs.assessment, decimalPlaces: 4 } },
      { ...inputs, assessmentResultId: null },
    ].map(digestOfYearInputs);
    expect(new Set(digests).size).toBe(6);
  });
});
