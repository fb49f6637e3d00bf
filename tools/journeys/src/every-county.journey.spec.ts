import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { countyNames } from '@yigongti/tool-counties';
import { reportSchema, type Report } from '@yigongti/tool-demo';
import { OwnStack } from './own-stack.ts';

const residents = 120;
const patience = 420_000;
/** The default county is played, killed and played again by the journey of the month. */
const others = countyNames().filter((name) => name !== 'changle');

/** What the documents make of a county: how many consortia have a fund of their own. */
const funds: Readonly<Record<string, number>> = { deqing: 2, shijiazhuang: 2, zhanggong: 1, 'zhejiang-pilot': 3 };

async function play(county: string): Promise<Report> {
  const stack = new OwnStack();
  try {
    const figures = stack.path('figures.json');
    const ended = await stack.command(
      'demo',
      ...['--county', county, '--residents', String(residents), '--seed', '7', '--exit', '--json', figures],
    );
    // 0 says as well: applied = published everywhere, and every fen is accounted for.
    if (ended.code !== 0) throw new Error(`${county} ended with ${ended.code}:\n${ended.output}`);
    return reportSchema.parse(JSON.parse(readFileSync(figures, 'utf8')));
  } finally {
    await stack.stop();
  }
}

it('are five', () => expect(countyNames()).toEqual(['changle', ...Object.keys(funds)]));

describe.each(others)('%s', (county) => {
  it(
    'starts, plays a month and closes its circle',
    async () => {
      const { circle, services, story, residents: played } = await play(county);
      expect(played).toBe(residents);
      for (const { parked, dead, outboxPending } of Object.values(services)) {
        expect({ parked, dead, outboxPending }).toEqual({ parked: 0, dead: 0, outboxPending: 0 });
      }
      expect(circle.contractsSigned).toBeGreaterThan(0);
      expect(circle.claimsReceived).toBeGreaterThan(0);
      expect(circle.followUpsClosed).toBeGreaterThan(0);
      expect(circle.allocatedFen + circle.withheldFen).toBe(circle.fundFen);
      expect(circle.fundFen).toBeGreaterThan(0);
      expect(new Set(circle.statements.map(({ consortium }) => consortium)).size).toBe(funds[county]);
      const spoke = new Set(story.flatMap(({ events }) => events.map(({ topic }) => topic.split('.')[0])));
      expect([...spoke].sort()).toEqual(['assessment', 'contracts', 'public-health', 'referrals', 'registry', 'settlement']);
    },
    patience,
  );
});
