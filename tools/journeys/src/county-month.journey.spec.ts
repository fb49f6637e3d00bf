import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@yigongti/testing';
import { countyPath, loadCounty } from '@yigongti/tool-counties';
import { generateResidents, readTopics, reportSchema, type Report } from '@yigongti/tool-demo';
import { OwnStack } from './own-stack.ts';

const residents = 120;
const seed = '7';
const stack = new OwnStack();
let played: { code: number | null; output: string };
let report: Report;

beforeAll(async () => {
  await stack.start();
  const victim = stack.file.pids.referrals!;
  const playing = stack.command('demo', '--residents', String(residents), '--seed', seed, '--json', stack.path('figures.json'));
  await eventually('the play is under way', () => readdirSync(stack.path('changle', 'logs')).length > 0 && referralsSubmitted());
  process.kill(victim, 'SIGKILL');
  played = await playing;
  if (played.code !== 0) throw new Error(`the demo ended with ${played.code}:\n${played.output}`);
  report = reportSchema.parse(JSON.parse(readFileSync(stack.path('figures.json'), 'utf8')));
}, 420_000);

afterAll(() => stack.stop(), 60_000);

function referralsSubmitted(): boolean {
  return readFileSync(stack.path('changle', 'logs', 'referrals.log'), 'utf8').includes('"command":"POST /referrals');
}

describe('a month of the county, one service killed while it plays', () => {
  it('ends with its ledger whole: every event applied by everybody who declares it', () => {
    const published = Object.values(report.services).flatMap(({ eventsPublished }) => Object.entries(eventsPublished));
    const byType = new Map(published);
    for (const [name, { consumes, eventsApplied, parked, dead, outboxPending }] of Object.entries(report.services)) {
      expect({ name, parked, dead, outboxPending }).toEqual({ name, parked: 0, dead: 0, outboxPending: 0 });
      for (const type of consumes) expect([name, type, eventsApplied[type] ?? 0]).toEqual([name, type, byType.get(type) ?? 0]);
    }
  });

  it('closes the circle: contracts, referrals, follow-ups, claims and money to the fen', () => {
    const { circle } = report;
    expect(circle.contractsSigned).toBeGreaterThan(0);
    expect(circle.claimsReceived).toBeGreaterThan(0);
    expect(circle.allocatedFen + circle.withheldFen).toBe(circle.fundFen);
    expect(circle.statements.reduce((sum, { fen }) => sum + fen, 0)).toBe(circle.allocatedFen);
    expect(circle.statements.reduce((sum, { shareFen }) => sum + shareFen, 0)).toBe(circle.fundFen);
  });

  it('says nothing personal: no name, number or phone of a resident in any event or log', async () => {
    const secrets: string[] = [];
    for (const { line } of generateResidents({ county: loadCounty(countyPath('changle')), seed, residents })) {
      secrets.push(line.nationalId, ...(line.phone ? [line.phone] : []), ...(line.name.length > 2 ? [line.name] : []));
    }
    expect(secrets.length).toBeGreaterThan(residents);
    const texts: string[] = [];
    await readTopics(stack.file.brokers, (record) => void texts.push(`${record.value ?? ''}${JSON.stringify(record.headers)}`));
    const logs = stack.path('changle', 'logs');
    for (const name of readdirSync(logs)) texts.push(readFileSync(join(logs, name), 'utf8'));
    texts.push(played.output);
    const whole = texts.join('\n');
    expect(secrets.filter((secret) => whole.includes(secret))).toEqual([]);
  });
});
