import { describe, expect, it } from '@jest/globals';
import { closeRun, digestOfInputs, type Clearing, type Statement } from './run.ts';
import { explainStatement } from './statement-explained.ts';

const statement: Statement = {
  institutionCode: 'H1',
  claimCount: 2,
  bookedPoints: '600.50',
  points: '600.50',
  shareFen: 60050n,
  score: '86.40',
  coefficient: '0.96',
  fen: 57648n,
  withheldFen: 2402n,
};
const other: Statement = {
  ...statement,
  institutionCode: 'T1',
  bookedPoints: '399.50',
  points: '399.50',
  shareFen: 39950n,
  score: null,
  coefficient: '1',
  fen: 39950n,
  withheldFen: 0n,
};
const result = { resultId: '0197a3c0-0000-7000-8000-000000000041', period: '2026-06', resultVersion: 1 };
const clearing: Clearing = {
  runId: '0197a3c0-0000-7000-8000-000000000033',
  inputs: {
    poolId: '0197a3c0-0000-7000-8000-000000000031',
    month: '2026-06',
    policyId: '0197a3c0-0000-7000-8000-000000000030',
    fundFen: 100000n,
    result,
    bookingsDigest: 'c',
  },
  statements: [statement, other],
  clearedOn: '2026-07-05',
};

describe('a month clearing', () => {
  it('adds up its lines', () => {
    expect(closeRun(clearing)).toMatchObject({
      claimCount: 4,
      points: '1000',
      allocatedFen: 97598n,
      withheldFen: 2402n,
      assessmentResultId: result.resultId,
      version: 1,
    });
  });

  it('is refused without points', () => {
    expect(() => closeRun({ ...clearing, statements: [] })).toThrow('settlement.run.no-points');
  });

  it.each([
    ['loses a fen', { ...statement, shareFen: 60049n, withheldFen: 2401n }],
    ['pays more than the share', { ...statement, fen: 60051n, withheldFen: -1n }],
    ['does not tell paid from withheld', { ...statement, fen: 57647n }],
  ])('is broken when a line %s', (_, broken) => {
    expect(() => closeRun({ ...clearing, statements: [broken, other] })).toThrow('are not the fund');
  });

  it('is broken when two lines are wrong by the same fen', () => {
    const offsetting = [
      { ...statement, withheldFen: statement.withheldFen + 1n },
      { ...other, fen: other.fen - 1n },
    ];
    expect(() => closeRun({ ...clearing, statements: offsetting })).toThrow('are not the fund');
  });

  it('has the same digest for the same inputs and lines, and another when one fen moves', () => {
    const moved = [{ ...statement, fen: 57647n, withheldFen: 2403n }, other];
    expect(closeRun(clearing).digest).toBe(closeRun({ ...clearing, runId: 'another', clearedOn: '2026-07-06' }).digest);
    expect(closeRun({ ...clearing, statements: moved }).digest).not.toBe(closeRun(clearing).digest);
  });

  it('has another digest when points were booked otherwise', () => {
    const booked = [statement, { ...other, bookedPoints: '-1' }];
    expect(closeRun({ ...clearing, statements: booked }).digest).not.toBe(closeRun(clearing).digest);
  });

  it('has another digest of inputs when a claim, the fund or the result changes', () => {
    const digests = [
      clearing.inputs,
      { ...clearing.inputs, bookingsDigest: 'd' },
      { ...clearing.inputs, fundFen: 100001n },
      { ...clearing.inputs, result: { ...result, resultVersion: 2 } },
    ].map(digestOfInputs);
    expect(new Set(digests).size).toBe(4);
  });
});

describe('the explanation of a line', () => {
  const run = closeRun(clearing);
  const explained = ({ institutionCode }: Statement) =>
    explainStatement(run, clearing.statements, { institutionCode, bases: { policy: 'policy A@1', result } });

  it('goes from points to the amount, each step with what decided', () => {
    expect(explained(statement).map(({ rule, basis, value }) => [rule, basis, value])).toEqual([
      ['settlement.run.points', 'policy A@1', '600.50'],
      ['settlement.run.share', 'policy A@1', 60050],
      ['settlement.run.coefficient', 'assessment result 2026-06@1', '0.96'],
      ['settlement.run.due', 'assessment result 2026-06@1', 57648],
      ['settlement.run.withheld', 'assessment result 2026-06@1', 2402],
    ]);
    expect(explained(statement)[1]?.inputs).toMatchObject({
      ...{ fundFen: 100000, poolPoints: '1000', wholeFen: 60050, leftFen: 0, place: 1, yuanPerPoint: '1' },
    });
  });

  it('says why an institution without a score keeps its share', () => {
    expect(explained(other)[2]?.inputs).toMatchObject({ score: null, reason: 'NO_SCORE' });
  });
});
