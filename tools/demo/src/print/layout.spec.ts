import { describe, expect, it } from '@jest/globals';
import { widthOf } from '@yigongti/tool-local';
import { serviceNames, type Ledgers } from '../ledger/ledger.ts';
import type { Person } from '../plan/setting/people.ts';
import type { ShownMoney } from '../report/shown-money.ts';
import type { ToldStep } from '../report/story.ts';
import { assessmentLines, careLines, titleLines, type Played } from './care-tables.ts';
import { commandLines, ledgerLines } from './ledger-table.ts';
import { moneyLines } from './money-tables.ts';
import { storyLines } from './story-lines.ts';
import { screenWidth } from './table.ts';

/** A county as large as it gets, with the longest names. */
const many = 12_345_678;
const institution = 'H37072510001';
const nameOf = () => '宝都街道恒盛社区卫生服务中心和恒盛社区卫生服务站';
const signed = 'cn.yigongti.contracts.contract.signed.v1';

const ledgersWith = (applied: number) =>
  Object.fromEntries(
    serviceNames.map((name) => [
      name,
      {
        outboxPending: 0,
        published: (name === 'contracts' ? { [signed]: many } : {}) as Record<string, number>,
        applied: { [signed]: applied },
        parked: 1_000,
        dead: 1_000,
        consumes: [signed],
      },
    ]),
  ) as unknown as Ledgers;

const circle = {
  contractsSigned: many,
  referrals: { DRAFT: many, PENDING_RECEIVER: many, CLOSED: many },
  tasksCompleted: many,
  suggestionsRaised: many,
  followUpsClosed: many,
  claimsReceived: many,
  claimsFen: many,
  fundFen: many,
  allocatedFen: many,
  withheldFen: 0,
  statements: [],
  indicators: [],
  scores: [],
};
const played: Played = {
  report: { county: 'changle', seed: 'a seed', month: '2026-06', residents: 200_000, circle },
  countyNames: { zh: '昌乐县', en: 'Changle County' },
  seconds: 10_000,
  requests: many,
  events: many,
  refusedLines: new Map([['settlement.claim.other-content-same-version', many]]),
};
const fen = 987_654_321_00n;
const money: ShownMoney = {
  claims: { inpatient: many, outpatient: many, referred: many, totalFen: fen, fundPaidFen: fen },
  faults: [],
  pools: [
    {
      pool: { pool: 'p', consortium: 'H37072500010', insuredCount: 200_000, packageFen: fen, months: [] },
      clearing: {
        pool: 'p',
        fundFen: fen,
        allocatedFen: fen,
        withheldFen: fen,
        statements: [{ institution, points: '1094512.1479', shareFen: fen, coefficient: '0.981444', fen }],
      },
    },
  ],
};
const bureau = 'H37072500001';
const hospital = 'H37072500002';
const ofEverybody = ['REF-RATIO', 'REF-LOOP', 'REF-REPLY', 'COST-IP'];
const ofTowns = ['VIS-PRIM-A', 'CON-COV', 'CON-PRIO', 'PH-HTN-M', 'PH-HTN-C', 'PH-DM-C'];
const text = { zh: '医共体县域内基层医疗卫生机构双向转诊比例', en: 'Up-referrals closed by a follow-up in time' };
const assessment = {
  catalogue: [...ofEverybody, ...ofTowns].map((code) => ({
    code,
    unit: code === 'COST-IP' ? ('YUAN' as const) : ('RATIO' as const),
    appliesTo: ofTowns.includes(code) ? ['TOWNSHIP'] : ['COUNTY', 'TOWNSHIP'],
    name: text,
  })),
  scores: [hospital, institution].map((of) => ({ institution: of, score: '100.00', coefficient: '0.981444' })),
  indicators: [...ofEverybody, ...ofTowns].flatMap((code) =>
    [bureau, ...(ofTowns.includes(code) ? [] : [hospital]), institution].map((of) => ({
      code,
      institution: of,
      numerator: code === 'COST-IP' ? '987654321.55' : 200_000,
      denominator: 200_000,
      value: code === 'COST-IP' ? '14123.088461538' : '0.818181818182',
    })),
  ),
};
const id = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const told: ToldStep[] = [
  {
    request: {
      correlationId: id,
      method: 'POST',
      path: `/referrals/v1/referrals/${id}/confirm-arrival`,
      status: 200,
      by: institution,
      at: '2026-06-30T16:35:00.000+08:00',
      about: [],
    },
    events: [
      {
        ...{ topic: 'public-health.task.v1', key: id, eventId: id, aggregateVersion: 12 },
        type: 'cn.yigongti.public-health.task.referral-suggested.v1',
        data: { reasonCodes: ['TWICE_UNCONTROLLED', 'NEW_COMPLICATION', 'WORSE_COMPLICATION', 'CRITICAL'] },
      } as unknown as ToldStep['events'][number],
    ],
  },
];
const person = { sourceNo: 'R0000052', clinic: institution, truth: { sex: '2', age: 61 } } as Person;
const services = Object.fromEntries(
  serviceNames.map((name) => [
    name,
    {
      ...{ commandsAccepted: many, commandsRefused: { 'contracts.contract.already-signed': many }, eventsPublished: {} },
      ...{ eventsApplied: {}, consumes: [], parked: 0, dead: 0, outboxPending: 0 },
    },
  ]),
);

describe('the report on a screen', () => {
  it.each<[string, readonly string[]]>([
    ['title', titleLines(played)],
    ['care', careLines(played)],
    ['money', moneyLines(money, assessment.scores, nameOf)],
    ['assessment', assessmentLines(assessment, bureau, nameOf)],
    ['commands', commandLines(services)],
    ['ledger', ledgerLines(ledgersWith(many))],
    ['story', storyLines(told, person, nameOf)],
  ])('%s: no line is wider than the screen', (_, lines) => {
    expect(lines.filter((line) => widthOf(line) > screenWidth)).toEqual([]);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('says so when everything was applied, and names what was not', () => {
    expect(ledgerLines(ledgersWith(many)).at(-1)).toContain('applied = published');
    expect(ledgerLines(ledgersWith(many - 1)).filter((line) => line.includes('✗ '))).toHaveLength(serviceNames.length);
  });

  it('says so when every fen is accounted for, and names what is not', () => {
    expect(moneyLines(money, [], nameOf).at(-1)).toContain('Every fen is accounted for');
    expect(moneyLines({ ...money, faults: ['a fen is missing'] }, [], nameOf).at(-1)).toBe('  ✗ a fen is missing');
  });

  it('shows an institution only where an indicator applies to it, and the county in its own table', () => {
    const lines = assessmentLines(assessment, bureau, nameOf);
    const rowsOf = (code: string) => lines.filter((line) => line.trimStart().startsWith(`${code} `)).length;
    expect([rowsOf(bureau), rowsOf(hospital), rowsOf(institution)]).toEqual([0, 2, 3]);
    expect(lines.filter((line) => line.includes('VIS-PRIM-A'))).toHaveLength(2);
  });

  it('shows the fact of an event with what it says, and ids by their ends', () => {
    const lines = storyLines(told, person, nameOf).join('\n');
    expect(lines).toContain('POST /referrals/v1/referrals/01936b5e…1a01/confirm-arrival → 200');
    expect(lines).toContain('▸ public-health.task.v1  referral-suggested v12  01936b5e…1a01  转诊建议: TWICE_');
  });
});
