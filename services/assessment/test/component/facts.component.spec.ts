import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutgoingEvent } from '@yigongti/events';
import { eventually } from '@yigongti/testing';
import type { IndicatorValuesView } from '../../src/indicator/find-indicator-values.ts';
import { AssessedCounty, v1 } from '../fixtures/assessed-county.ts';
import { claimEvent, eventsOf, residentEvent, visitEvent, withdrawalEvent } from '../fixtures/fact-events.ts';
import { times } from '../fixtures/incoming.ts';
import { institutionEvents } from '../fixtures/institutions.ts';
import { june, juneFigures } from '../fixtures/june.ts';

const told = [...institutionEvents(), ...eventsOf(june)];
let county: AssessedCounty;
beforeAll(async () => {
  county = await AssessedCounty.start({}, told);
});
afterAll(() => county.service.close());

async function figuresOf({ bureau }: AssessedCounty, code: string): Promise<Record<string, string>> {
  const { body } = await bureau.get<IndicatorValuesView & Record<string, unknown>>(
    `${v1}/indicators/${code}/values?period=2026-06`,
  );
  return Object.fromEntries(body.values.map((value) => [value.institutionCode, `${value.numerator}/${value.denominator}`]));
}

const codes = Object.keys(juneFigures) as (keyof typeof juneFigures)[];

describe('facts from events', () => {
  it.each(codes)('are counted as by hand: %s', async (code) => {
    expect(await figuresOf(county, code)).toEqual(juneFigures[code]);
  });

  it('are told with their value, how fresh they are and by which figures of the county they were counted', async () => {
    const { body } = await county.bureau.get(`${v1}/indicators/COST-IP/values?period=2026-06&institutionCode=H1`);
    expect(body).toMatchObject({
      code: 'COST-IP',
      period: '2026-06',
      unit: 'YUAN',
      values: [{ institutionCode: 'H1', numerator: '15000', denominator: '2', value: '7500' }],
      definition: { formula: expect.any(String), source: expect.any(String), setVersion: expect.any(String) },
      terms: [],
      freshness: {
        asOf: '2026-07-02T08:00:00.000+08:00',
        sources: [{ topic: 'settlement.claim.v1', latestRecordedAt: times.recordedAt }],
      },
      profileVersion: expect.stringMatching(/^changle/),
    });
    const { sources } = body.freshness as { sources: { positions: object[] }[] };
    expect(sources[0]!.positions.length).toBeGreaterThan(0);
  });

  it('are told with what the county sets for them, and from which text', async () => {
    const { body } = await county.bureau.get(`${v1}/indicators/REF-REPLY/values?period=2026-06`);
    const value = { ROUTINE: 1_440, URGENT: 120, EMERGENCY: 15 };
    expect(body.terms).toEqual([
      { name: 'replyMinutes', value, from: '2024-01-01', source: expect.stringMatching(/^assumption/) },
    ]);
  });

  it('have no value without a denominator', async () => {
    const { body } = await county.bureau.get(`${v1}/indicators/PH-HTN-C/values?period=2026-06&institutionCode=T3`);
    expect(body.values).toEqual([{ institutionCode: 'T3', numerator: '0', denominator: '0', value: null }]);
  });

  it('end in the same numbers when everything comes the other way round, and once more', async () => {
    const upsideDown = (a: OutgoingEvent, b: OutgoingEvent) =>
      a.aggregateId === b.aggregateId ? a.aggregateVersion - b.aggregateVersion : a.aggregateId < b.aggregateId ? 1 : -1;
    const other = await AssessedCounty.start({}, [...told].sort(upsideDown));
    try {
      const { service } = other;
      service.broker.redeliver('assessment');
      await eventually('everything is delivered once more', async () => {
        const lags = await service.broker.lag('assessment', [...new Set(told.map(({ definition }) => definition.topic))]);
        return lags.every(({ committed, end }) => end === 0n || committed === end);
      });
      for (const code of codes) expect([code, await figuresOf(other, code)]).toEqual([code, juneFigures[code]]);
      const { applied, parked, dead } = (await other.bureau.get<Record<string, Record<string, number>>>(`${v1}/events/ledger`))
        .body;
      expect([Object.values(applied!).reduce((sum, n) => sum + n, 0), parked, dead]).toEqual([told.length, 0, 0]);
    } finally {
      await other.service.close();
    }
  }, 30_000);

  it('follow what changes: who dies does not count any more', async () => {
    const resident = june.residents[3]!;
    await county.hears([residentEvent({ ...resident, diedOn: '2026-06-30' }, 3, 2)]);
    expect((await figuresOf(county, 'CON-COV')).T2).toBe('1/1');
    await county.hears([residentEvent(resident, 3, 3)]);
    expect((await figuresOf(county, 'CON-COV')).T2).toBe('1/2');
  });

  it('count a visit in its last version, also when an earlier one comes again', async () => {
    const first = june.visits[4]!;
    await county.hears([visitEvent({ ...first, version: 2, institution: 'H1' })]);
    expect(await figuresOf(county, 'VIS-PRIM-A')).toMatchObject({ B0: '2/5', T2: '0/1' });
    await county.hears([visitEvent(first)]);
    expect(await figuresOf(county, 'VIS-PRIM-A')).toMatchObject({ B0: '2/5', T2: '0/1' });
  });

  it('leave out a list that was taken back, until it is sent again', async () => {
    const list = june.claims[1]!;
    await county.hears([withdrawalEvent(list, 1)]);
    expect((await figuresOf(county, 'COST-IP')).H1).toBe('9000/1');
    await county.hears([claimEvent({ ...list, listVersion: 2 }, 20)]);
    expect((await figuresOf(county, 'COST-IP')).H1).toBe('15000/2');
  });

  it('leave out a list whose withdrawal comes first', async () => {
    const list = { ...june.claims[0]!, listNo: 'L9' };
    await county.hears([withdrawalEvent(list, 21)]);
    await county.hears([claimEvent(list, 21)]);
    expect((await figuresOf(county, 'COST-IP')).H1).toBe('15000/2');
  });
});

describe('the catalogue', () => {
  it('shows what each indicator counts', async () => {
    const { status, body } = await county.bureau.get(`${v1}/indicators`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: codes.map((code) => ({ code, nullIfDenominatorZero: true, period: 'MONTH' })),
      next: null,
    });
  });

  it.each([
    ['an indicator that is not in it', 'VIS-CNTY/values?period=2026-06', 404, 'assessment.indicator.not-found'],
    ['a property of every object', 'toString/values?period=2026-06', 404, 'assessment.indicator.not-found'],
    ['no period', 'CON-COV/values', 400, 'request.invalid'],
    ['a month that does not exist', 'CON-COV/values?period=2026-13', 400, 'request.invalid'],
    ['an unknown filter', 'CON-COV/values?period=2026-06&town=T1', 400, 'request.invalid'],
  ])('refuses %s', async (_, path, status, code) => {
    const answer = await county.bureau.get(`${v1}/indicators/${path}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('has no figures before the county is known', async () => {
    const empty = await AssessedCounty.start({}, []);
    const answer = await empty.bureau.get(`${v1}/indicators/CON-COV/values?period=2026-06`);
    await empty.service.close();
    expect([answer.status, answer.body.code]).toEqual([422, 'assessment.indicator.county-not-projected']);
    expect(answer.headers['retry-after']).toBeDefined();
  });
});
