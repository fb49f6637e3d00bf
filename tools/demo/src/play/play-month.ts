import type { BusinessDate } from '@yigongti/kernel';
import type { Quiet } from '../ledger/quiet.ts';
import { daysOf } from '../plan/setting/calendar.ts';
import { morningAfter, sendLists } from './care/claims.ts';
import { playDay } from './day.ts';
import { assessMonth, clearMonth } from './month-end.ts';
import type { Play } from './play.ts';
import { formTeams, openCapacities, openPools, registerResidents } from './preparation.ts';

export interface Watching {
  /** Waits until nothing is on its way between the services any more. */
  readonly quiet: () => Promise<Quiet>;
  /** Told after each part of the play. */
  readonly progress: (done: number, of: number, what: string) => void;
}

interface Part {
  readonly what: string;
  /** `tell` says how far a long part has come. */
  readonly play: (play: Play, tell: (what: string) => void) => Promise<void>;
}

const preparation: readonly Part[] = [
  // What the stack was loaded with has to be known everywhere.
  { what: 'start', play: () => Promise.resolve() },
  { what: 'teams, beds, residents', play: prepare },
  { what: 'pools', play: openPools },
];

const monthEnd: readonly Part[] = [
  { what: 'last lists', play: (play) => sendLists(play, morningAfter(play.plan.month)) },
  { what: 'assessment', play: assessMonth },
  { what: 'clearing', play: clearMonth },
];

/**
 * Plays the month part by part and waits for quiet after each, so that the next one finds the same facts whatever the machine. Ends
 * early where the quiet does not come.
 */
export async function playMonth(play: Play, { quiet, progress }: Watching): Promise<Quiet> {
  const days = daysOf(play.plan.month).map((day) => dayPart(day));
  const parts = [...preparation, ...days, ...monthEnd];
  for (const [index, part] of parts.entries()) {
    await part.play(play, (what) => progress(index, parts.length, what));
    const found = await quiet();
    progress(index + 1, parts.length, part.what);
    if (!found.whole || index === parts.length - 1) return found;
  }
  throw new Error('a month has parts');
}

function dayPart(day: BusinessDate): Part {
  return { what: day, play: (play) => playDay(play, day) };
}

async function prepare(play: Play, tell: (what: string) => void): Promise<void> {
  await formTeams(play);
  await openCapacities(play);
  await registerResidents(play, tell);
}
