import { describe, expect, it } from '@jest/globals';
import { serviceNames, type Ledgers } from '../ledger/ledger.ts';
import { circleOf, type Shown } from './circle.ts';
import { reportSchema } from './schema.ts';
import { serviceReports } from './service-reports.ts';
import type { PoolMoney } from './shown-money.ts';

const signed = 'cn.yigongti.contracts.contract.signed.v1';
const claim = 'cn.yigongti.settlement.claim.received.v1';
const ledgers = Object.fromEntries(
  serviceNames.map((name) => [
    name,
    {
      outboxPending: 0,
      published: name === 'contracts' ? { [signed]: 7 } : name === 'settlement' ? { [claim]: 3 } : {},
      applied: {},
      parked: 1,
      dead: 2,
      consumes: ['b', 'a'],
    },
  ]),
) as Ledgers;

const pool = (consortium: string, institutions: readonly string[]): PoolMoney => ({
  pool: { pool: consortium, consortium, insuredCount: 1, packageFen: 12n, months: [] },
  clearing: {
    pool: consortium,
    fundFen: 100n,
    allocatedFen: 90n,
    withheldFen: 10n,
    statements: institutions.map((institution) => ({ institution, points: '1.5', shareFen: 50n, coefficient: '0.9', fen: 45n })),
  },
});

const shown = (pools: readonly PoolMoney[]): Shown => ({
  ledgers,
  events: { claimsFen: 123_456n, followUpsClosed: 4 },
  referrals: { REJECTED: 1, CLOSED: 5 },
  money: { pools },
  assessment: {
    indicators: [{ code: 'COST-IP', institution: 'H1', numerator: '12.50', denominator: 2, value: '6.25' }],
    scores: [{ institution: 'H1', score: '86.40', coefficient: '0.96' }],
  },
});

describe('the figures as JSON', () => {
  it('have the shape that is promised, and no field beside it', () => {
    const commands = { of: () => ({ accepted: 5, refused: { 'b.code': 1, 'a.code': 2 } }) };
    const report = {
      county: 'changle',
      seed: '1',
      month: '2026-06',
      residents: 2,
      services: serviceReports(ledgers, commands),
      circle: circleOf(shown([pool('C1', ['H2', 'H1'])])),
      story: [],
    };
    expect(reportSchema.parse(report)).toEqual(report);
    expect(() => reportSchema.parse({ ...report, played: true })).toThrow();
    expect(report.services.contracts).toEqual({
      commandsAccepted: 5,
      commandsRefused: { 'a.code': 2, 'b.code': 1 },
      eventsPublished: { [signed]: 7 },
      eventsApplied: {},
      consumes: ['a', 'b'],
      parked: 1,
      dead: 2,
      outboxPending: 0,
    });
    expect(Object.keys(report.services.contracts!.commandsRefused)).toEqual(['a.code', 'b.code']);
  });

  it('count what the services published, and add up the funds', () => {
    expect(circleOf(shown([pool('C1', ['H2', 'H1'])]))).toMatchObject({
      contractsSigned: 7,
      claimsReceived: 3,
      claimsFen: 123_456,
      followUpsClosed: 4,
      fundFen: 100,
      allocatedFen: 90,
      withheldFen: 10,
      statements: [
        { institution: 'H1', points: '1.5', shareFen: 50, fen: 45 },
        { institution: 'H2', points: '1.5', shareFen: 50, fen: 45 },
      ],
    });
  });

  it('say whose fund a statement is of where there are several', () => {
    const { statements, fundFen } = circleOf(shown([pool('C2', ['H2']), pool('C1', ['H1'])]));
    expect(fundFen).toBe(200);
    expect(statements.map(({ institution, consortium }) => [institution, consortium])).toEqual([
      ['H1', 'C1'],
      ['H2', 'C2'],
    ]);
  });

  it('leave out a fund that was not cleared', () => {
    expect(circleOf(shown([{ ...pool('C1', []), clearing: null }]))).toMatchObject({ fundFen: 0, statements: [] });
  });
});
