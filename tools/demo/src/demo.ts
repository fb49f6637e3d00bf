import { lastDayOf, type Month } from '@yigongti/kernel';
import { countyLoad, countyPath, loadCounty, type County } from '@yigongti/tool-counties';
import type { StackFile } from '@yigongti/tool-local';
import { Journal } from './http/journal.ts';
import { Offices } from './http/offices.ts';
import { StepIds } from './http/step-ids.ts';
import { Tokens } from './http/tokens.ts';
import { readLedgers } from './ledger/ledger.ts';
import { waitForQuiet, type Quiet } from './ledger/quiet.ts';
import { CommandCounter } from './metrics/command-counts.ts';
import { WrongOption, type DemoOptions } from './options.ts';
import { MonthPlan } from './plan/month-plan.ts';
import { playMonth, type Watching } from './play/play-month.ts';
import { PlayState } from './play/play-state.ts';
import type { Play } from './play/play.ts';
import { pooledInsurance } from './play/preparation.ts';

/** What is played, settled before anything is sent. */
export interface Staging {
  readonly county: County;
  readonly seed: string;
  readonly residents: number;
  readonly month: Month;
  readonly plan: MonthPlan;
}

/** @throws WrongOption for a month that cannot be played */
export function stage(
  name: string,
  { seed, residents, month }: Pick<DemoOptions, 'seed' | 'residents' | 'month'>,
  today: string,
): Staging {
  const county = loadCounty(countyPath(name));
  const load = countyLoad(county);
  const settled = { county, seed, residents: residents ?? county.demo.residents, month: month ?? county.demo.month };
  const year = Number(settled.month.slice(0, 4));
  if (lastDayOf(settled.month) >= today)
    throw new WrongOption(`${settled.month} is not over yet: choose an earlier --month / 该月尚未结束`);
  if (!load.policies.some((policy) => policy.year === year && policy.insuranceType === pooledInsurance)) {
    throw new WrongOption(`${name} has no payment policy for ${year}: choose another --month / 该年度没有支付政策`);
  }
  return { ...settled, plan: new MonthPlan({ ...settled, load }) };
}

/** A play with what was seen of it. */
export interface PlayedMonth {
  readonly quiet: Quiet;
  readonly play: Play;
  readonly journal: Journal;
  readonly commands: CommandCounter;
  readonly seconds: number;
}

export interface Stage {
  readonly file: StackFile;
  readonly signal: AbortSignal;
}

/** The systems of the county's institutions, as the running stack knows them. */
export function openOffices({ county, seed, residents, month, plan }: Staging, { file, signal }: Stage) {
  const journal = new Journal(plan.told?.person.sourceNo ?? '');
  const ids = new StepIds({ county: county.profile.county, seed, residents, month });
  const tokens = new Tokens(file.issuer.tokenEndpoint, signal);
  return { journal, offices: new Offices(file.clients, { gateway: file.gateway, tokens, ids, journal, signal }) };
}

export type Opened = ReturnType<typeof openOffices>;

/** Plays the month on the stack. */
export async function playOn(
  { plan }: Staging,
  { file, signal }: Stage,
  { journal, offices, progress }: Opened & Pick<Watching, 'progress'>,
): Promise<PlayedMonth> {
  const from = performance.now();
  const commands = new CommandCounter(file.services, signal);
  const play: Play = { plan, offices, state: new PlayState() };
  const quiet = async () => {
    const found = await waitForQuiet({ read: () => readLedgers(offices.of('operator')), signal });
    await commands.scrape();
    return found;
  };
  const last = await playMonth(play, { quiet, progress });
  return { quiet: last, play, journal, commands, seconds: (performance.now() - from) / 1_000 };
}
