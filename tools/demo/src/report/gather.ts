import type { StackFile } from '@yigongti/tool-local';
import type { PlayedMonth, Staging } from '../demo.ts';
import { readMonth, type MonthEvents } from '../topics/month-events.ts';
import { circleOf, countReferrals } from './circle.ts';
import type { Report } from './schema.ts';
import { serviceReports } from './service-reports.ts';
import { readAssessment, type ShownAssessment } from './shown-assessment.ts';
import { readMoney, type ShownMoney } from './shown-money.ts';
import { storyOf, tellStory, type ToldStep } from './story.ts';

/** Everything that the demo shows, from the services and the topics. */
export interface Gathered {
  readonly report: Report;
  readonly money: ShownMoney;
  readonly assessment: ShownAssessment;
  readonly events: MonthEvents;
  readonly told: readonly ToldStep[];
}

export async function gather(staging: Staging, played: PlayedMonth, { brokers }: Pick<StackFile, 'brokers'>): Promise<Gathered> {
  const { county, seed, month, residents, plan } = staging;
  const { quiet, play, journal, commands } = played;
  const { offices, state } = play;
  const money = await readMoney(offices, month);
  const assessment = await readAssessment(offices, month);
  const referrals = await countReferrals(offices);
  const residentId = plan.told ? (state.residentIds.get(plan.told.person.sourceNo) ?? null) : null;
  // Uploads are about many: of what followed from them the resident's own is told.
  const own = journal.steps.filter(({ about }) => about === 'county' || about.length === 1);
  const events = await readMonth(brokers, { residentId, correlationIds: new Set(own.map((step) => step.correlationId)) });
  const told = tellStory(journal.steps, events.story);
  const report = {
    county: county.profile.county,
    seed,
    month,
    residents,
    services: serviceReports(quiet.ledgers, commands),
    circle: circleOf({ ledgers: quiet.ledgers, events, referrals, money, assessment }),
    story: storyOf(told),
  };
  return { report, money, assessment, events, told };
}
