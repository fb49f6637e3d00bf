import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allocateByLargestRemainder, decimal, roundHalfUpFen } from '@yigongti/kernel';
import { eventually } from '@yigongti/testing';
import { readTopics, reportSchema, type Report } from '@yigongti/tool-demo';
import { askCarelessly } from './careless-requests.ts';
import { askEverything, type Inquiry } from './ask-everything.ts';
import { followGuide } from './guides/follow-guide.ts';
import { recompute, type RecomputedFigure } from './guides/recomputed.ts';
import { OwnStack, type Ended } from './own-stack.ts';
import { foundIn, linesOf, personalDataOf } from './personal-data.ts';
import { figuresOf } from './same-figures.ts';
import { StackClient } from './stack-client.ts';

const people = { county: 'changle', seed: '7', residents: 200 };
const play = ['--residents', String(people.residents), '--seed', people.seed];
const patience = 420_000;

const stack = new OwnStack();
let played: Ended;
let report: Report;

beforeAll(async () => {
  await stack.start();
  const victim = stack.file.pids.referrals!;
  const playing = stack.command('demo', ...play, '--json', stack.path('figures.json'));
  await eventually('the play is under way', () => logOf('referrals').includes('"command":"POST /referrals'), { within: 120_000 });
  process.kill(victim, 'SIGKILL');
  played = await playing;
  if (played.code !== 0) throw new Error(`the demo ended with ${played.code}:\n${played.output}`);
  report = reportSchema.parse(JSON.parse(readFileSync(stack.path('figures.json'), 'utf8')));
}, patience);

afterAll(() => stack.stop(), 60_000);

function logOf(name: string): string {
  return readFileSync(stack.path(people.county, 'logs', `${name}.log`), 'utf8');
}

/** Every event type with how often all services together published it. */
function publishedIn({ services }: Report): Map<string, number> {
  return new Map(Object.values(services).flatMap(({ eventsPublished }) => Object.entries(eventsPublished)));
}

describe('a month of the county, one service killed while it plays', () => {
  it('ends with its ledger whole: every event applied by everybody who declares it', () => {
    const published = publishedIn(report);
    for (const [name, { consumes, eventsApplied, parked, dead, outboxPending }] of Object.entries(report.services)) {
      expect({ name, parked, dead, outboxPending }).toEqual({ name, parked: 0, dead: 0, outboxPending: 0 });
      for (const type of consumes) expect([name, type, eventsApplied[type] ?? 0]).toEqual([name, type, published.get(type) ?? 0]);
    }
  });

  it('accounts for every fen: shares by points, fen by score', () => {
    const { fundFen, allocatedFen, withheldFen, statements, scores } = report.circle;
    const coefficients = new Map(scores.map(({ institution, coefficient }) => [institution, coefficient]));
    const shares = allocateByLargestRemainder(
      BigInt(fundFen),
      statements.map(({ institution, points }) => ({ key: institution, weight: points })),
    );
    expect(statements.length).toBeGreaterThan(0);
    for (const { institution, shareFen, fen } of statements) {
      const due = roundHalfUpFen(decimal(shareFen).times(coefficients.get(institution) ?? '1'));
      expect([institution, BigInt(shareFen), BigInt(fen)]).toEqual([institution, shares.get(institution), due]);
    }
    expect(statements.reduce((sum, { fen }) => sum + fen, 0)).toBe(allocatedFen);
    expect(allocatedFen + withheldFen).toBe(fundFen);
  });

  it('tells the whole circle of one patient: every service spoke of him', () => {
    const topics = new Set(report.story.flatMap(({ events }) => events.map(({ topic }) => topic.split('.')[0])));
    expect([...topics].sort()).toEqual(['assessment', 'contracts', 'public-health', 'referrals', 'registry', 'settlement']);
    expect(report.circle.followUpsClosed).toBeGreaterThan(0);
    expect(report.story.every(({ request }) => request.status < 300)).toBe(true);
  });

  it('is not played a second time on the same stack', async () => {
    const again = await stack.command('demo');
    expect([again.code, again.output]).toEqual([1, expect.stringContaining('npm stop, then npm run demo -- --fresh')]);
  });
});

describe('the guides', () => {
  const own = { YIGONGTI_LOCAL: stack.path() };

  it("lead a hospital's developer from nothing to an accepted referral and its events", async () => {
    expect(await followGuide('connect-a-hospital.md', own)).toEqual([]);
  }, 120_000);

  it("give the analyst an indicator from the topics alone, and it is the service's", async () => {
    const exported = stack.path('export');
    expect(await followGuide('read-the-topics.md', { ...own, EXPORT: exported })).toEqual([]);
    const figures = await recompute(exported);
    expect(figures.length).toBeGreaterThan(2);
    const client = new StackClient(stack.file);
    const path = '/assessment/v1/indicators/CON-COV/values?period=2026-06';
    await eventually('assessment has heard of all that was exported', async () => {
      const { values } = JSON.parse((await client.ask('analyst', path)).text) as { values: Record<string, string>[] };
      const served = values.map(({ institutionCode, numerator, denominator }): RecomputedFigure => ({
        institutionCode: institutionCode!,
        ...{ numerator: Number(numerator), denominator: Number(denominator) },
      }));
      expect(served.filter(({ denominator }) => denominator > 0)).toEqual(figures);
      return true;
    });
  }, 120_000);
});

describe('what is said of people', () => {
  const lines = linesOf(people);
  const personal = personalDataOf(lines);

  it('is nothing personal in any event, header, log or print', async () => {
    const said: (string | Buffer)[] = [played.output];
    await readTopics(stack.file.brokers, ({ key, value, headers }) => void said.push(`${key}${value}${JSON.stringify(headers)}`));
    expect(said.length).toBeGreaterThan(people.residents);
    const logs = stack.path(people.county, 'logs');
    for (const name of readdirSync(logs)) said.push(readFileSync(join(logs, name)));
    expect(foundIn(said, personal)).toEqual([]);
  });

  it('is nothing personal in an answer to whoever writes it where it does not belong, nor in the logs of that', async () => {
    const client = new StackClient(stack.file);
    const told = await askCarelessly(
      client,
      lines.find(({ name }) => name.length > 2)!,
    );
    for (const service of Object.keys(stack.file.services)) {
      told.push((await client.ask(client.ofRole('OPERATOR'), `/${service}/v1/events/dead`)).text);
    }
    const logs = Object.keys(stack.file.services).map(logOf);
    expect(foundIn([...told, ...logs, logOf('gateway')], personal)).toEqual([]);
  });
});

describe('generated requests to every operation of every document', () => {
  let inquiry: Inquiry;
  beforeAll(async () => {
    const client = new StackClient(stack.file);
    inquiry = await askEverything({ client, services: Object.keys(stack.file.services), seed: 1, casesEach: 10 });
  }, 180_000);

  it('get no answer but those that the documents foresee', () => {
    expect(inquiry.surprises).toEqual([]);
    expect(inquiry.requests).toBeGreaterThan(500);
  });

  it('come through the door as well as to it', () => {
    for (const status of [200, 400, 404, 422]) expect([status, inquiry.statuses.get(status) ?? 0]).not.toEqual([status, 0]);
  });
});

describe('the same seed on another stack, nobody killed', () => {
  it(
    'gives the same figures',
    async () => {
      await stack.stop();
      const other = new OwnStack();
      try {
        const again = await other.command('demo', ...play, '--exit', '--json', other.path('figures.json'));
        expect([again.code, again.code === 0 ? '' : again.output]).toEqual([0, '']);
        const figures = reportSchema.parse(JSON.parse(readFileSync(other.path('figures.json'), 'utf8')));
        expect(figuresOf(figures)).toEqual(figuresOf(report));
      } finally {
        await other.stop();
      }
    },
    patience,
  );
});
