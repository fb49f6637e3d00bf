import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, TypeormTransactions, type Tx } from '@yigongti/database';
import type { IncomingEvent, OutgoingEvent } from '@yigongti/events';
import { addDays, atTime, compareKeys, decimal, digestOf } from '@yigongti/kernel';
import { testDatabase, type TestDatabase } from '@yigongti/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { eventsOf } from '../../../test/fixtures/fact-events.ts';
import { incoming } from '../../../test/fixtures/incoming.ts';
import { institutionEvents } from '../../../test/fixtures/institutions.ts';
import { arbitraryFacts, arbitraryTerms } from '../../../test/oracle/arbitrary-facts.ts';
import type { Facts } from '../../../test/oracle/facts.ts';
import { countByDefinition } from '../../../test/oracle/indicator-oracle.ts';
import { consumers } from '../../consumers.ts';
import type { IndicatorCode } from '../domain/indicator-definition.ts';
import type { IndicatorTerms } from '../domain/indicator-terms.ts';
import { indicatorCodes } from '../domain/indicators.ts';
import type { CountedRecord, RecordsAsked } from '../indicator-records.ts';
import { SqlIndicatorCounts } from './sql-indicator-counts.ts';
import { SqlIndicatorRecords } from './sql-indicator-records.ts';

const month = '2026-06';
const counts = new SqlIndicatorCounts();
const records = new SqlIndicatorRecords();
let database: TestDatabase;
let dataSource: DataSource;
let transactions: TypeormTransactions;

beforeAll(async () => {
  database = await testDatabase({ schema: 'assessment', migrations });
  dataSource = createDataSource({ url: database.url, schema: 'assessment', poolSize: 2 });
  await dataSource.initialize();
  transactions = new TypeormTransactions(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.close();
});

type Handler = {
  on(tx: Tx, event: IncomingEvent): Promise<void>;
  onSet(tx: Tx, events: IncomingEvent[]): Promise<void>;
};

/** Hands events to the service's own consumers, in the order given: as sets where neighbours are of one type. */
async function deliver(tx: Tx, events: readonly OutgoingEvent[]): Promise<void> {
  let run: IncomingEvent[] = [];
  for (const [index, event] of events.entries()) {
    run.push(incoming(event));
    if (events[index + 1]?.definition === event.definition) continue;
    const { handler, mode } = consumers.find(({ definition }) => definition.type === event.definition.type)!;
    const instance = new (handler as unknown as new () => Handler)();
    if (mode === 'set') await instance.onSet(tx, run);
    else for (const one of run) await instance.on(tx, one);
    run = [];
  }
}

/** The same for the same number: a counterexample names its order in one word. */
function inSomeOrder(events: readonly OutgoingEvent[], order: number): OutgoingEvent[] {
  const keyed = events.map((event, index) => ({ event, key: digestOf([order, index]) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ event }) => event);
}

/** The same facts, each told some days after it happened. */
function late(events: readonly OutgoingEvent[], order: number): OutgoingEvent[] {
  return events.map((event, index) => {
    const days = Number.parseInt(digestOf([index, order]).slice(0, 2), 16);
    return { ...event, data: { ...(event.data as object), recordedAt: atTime(addDays('2026-06-15', days), '12:00') } };
  });
}

class Undo extends Error {}

async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await transactions
    .run(async (tx) => {
      await work(tx);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
}

async function expectAsDefined(tx: Tx, facts: Facts, terms: IndicatorTerms): Promise<void> {
  for (const code of indicatorCodes) {
    const counted = await counts.count(tx, code, month, terms);
    const shown = counted
      .map(({ unitCode, numerator, denominator }) => ({ unit: unitCode, numerator, denominator }))
      .sort((a, b) => ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1));
    expect([code, shown]).toEqual([code, countByDefinition(code, { facts, month, terms })]);
  }
}

/** Every record of one side, page by page. */
async function opened(tx: Tx, asked: Omit<RecordsAsked, 'limit' | 'after'>): Promise<CountedRecord[]> {
  const all: CountedRecord[] = [];
  for (;;) {
    const page = await records.list(tx, { ...asked, limit: 2, after: all.at(-1)?.recordId ?? null });
    all.push(...page.slice(0, 2));
    if (page.length <= 2) return all;
  }
}

const sumOf = (amounts: readonly string[]) =>
  BigInt(
    amounts
      .reduce((sum, amount) => sum.plus(amount), decimal(0))
      .toDecimalPlaces(0)
      .toFixed(),
  );

async function expectOpened(tx: Tx, code: IndicatorCode, terms: IndicatorTerms): Promise<void> {
  for (const { unitCode, numerator, denominator } of await counts.count(tx, code, month, terms)) {
    const [above, below] = [
      await opened(tx, { code, month, terms, unitCode, part: 'NUMERATOR' }),
      await opened(tx, { code, month, terms, unitCode, part: 'DENOMINATOR' }),
    ];
    const ids = below.map(({ recordId }) => recordId);
    expect([code, unitCode, sumOf(above.map(({ amount }) => amount))]).toEqual([code, unitCode, numerator]);
    expect([code, unitCode, sumOf(below.map(({ amount }) => amount))]).toEqual([code, unitCode, denominator]);
    expect(ids).toEqual([...new Set(ids)].sort());
  }
}

describe('indicators counted by the database', () => {
  it('are what their definitions say, whatever the facts, however late and in whatever order they come, told once or twice', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts, arbitraryTerms, fc.nat(), (facts, terms, order) =>
        undone(async (tx) => {
          const events = late([...institutionEvents(), ...eventsOf(facts)], order);
          await deliver(tx, inSomeOrder([...events, ...events], order));
          await expectAsDefined(tx, facts, terms);
        }),
      ),
      { numRuns: 40, endOnFailure: true },
    );
  }, 240_000);

  it('open to the very records that they were counted from, each once', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts, arbitraryTerms, fc.constantFrom(...indicatorCodes), (facts, terms, code) =>
        undone(async (tx) => {
          await deliver(tx, [...institutionEvents(), ...eventsOf(facts)]);
          await expectOpened(tx, code, terms);
        }),
      ),
      { numRuns: 30, endOnFailure: true },
    );
  }, 240_000);

  it('have no county without facts, but a row of noughts for it', async () => {
    const terms = fc.sample(arbitraryTerms, 1)[0]!;
    await undone(async (tx) => {
      expect(await counts.count(tx, 'COST-IP', month, terms)).toEqual([{ unitCode: null, numerator: 0n, denominator: 0n }]);
      expect([...(await counts.latestFacts(tx, 'COST-IP'))]).toEqual([['settlement.claim.v1', null]]);
    });
  });
});
