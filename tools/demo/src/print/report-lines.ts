import type { PlayedMonth, Staging } from '../demo.ts';
import type { Gathered } from '../report/gather.ts';
import { assessmentLines, careLines, titleLines, type Played } from './care-tables.ts';
import { commandLines, ledgerLines } from './ledger-table.ts';
import { moneyLines } from './money-tables.ts';
import { storyLines } from './story-lines.ts';

/** What the demo prints at its end. */
export function reportLines({ county, plan }: Staging, played: PlayedMonth, gathered: Gathered): string[] {
  const { report, money, assessment, events, told } = gathered;
  const nameOf = (code: string) => plan.places.nameZhOf(code).replace('(合成)', '').replace(county.profile.nameZh, '');
  const shown: Played = {
    report,
    countyNames: { zh: county.profile.nameZh, en: county.profile.nameEn },
    seconds: played.seconds,
    requests: played.journal.requests,
    events: [...events.counts.values()].reduce((sum, count) => sum + count, 0),
    refusedLines: played.play.state.refusedLines,
  };
  return [
    ...titleLines(shown),
    ...careLines(shown),
    ...moneyLines(money, report.circle.scores, nameOf),
    ...assessmentLines(assessment, played.play.offices.of('bureau').code, nameOf),
    ...commandLines(report.services),
    ...ledgerLines(played.quiet.ledgers),
    ...storyLines(told, plan.told?.person ?? null, nameOf),
  ];
}
