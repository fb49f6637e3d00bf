import { parseArgs } from 'node:util';
import { isMonth, type Month } from '@yigongti/kernel';

/** What a person asked the demo for; what is absent is the county profile's. */
export interface DemoOptions {
  readonly help: boolean;
  readonly county?: string;
  readonly residents?: number;
  readonly seed: string;
  readonly month?: Month;
  readonly fresh: boolean;
  readonly exit: boolean;
  /** Path of the file that gets the figures. */
  readonly json?: string;
}

export const defaultSeed = '1';
/** The player keeps its people in memory. */
const residentsMax = 200_000;

export const demoUsage = `npm run demo -- [options]: plays one month of the county / 演示一个月的县域医共体运行
  --residents N   how many synthetic residents, 1 to ${residentsMax} (居民数), default: the county profile's
  --seed S        same seed, same county, same figures (随机种子), default ${defaultSeed}
  --month YYYY-MM a month that is over (月份), default: the county profile's
  --county NAME   the county, by its profile in deploy/counties (县域), default changle
  --fresh         begin on an empty stack: what the county's stack kept is deleted (清空重来)
  --exit          stop the stack that the demo started when it is done (完成后停止)
  --json FILE     write the figures to a file as well (结果写入文件)
  --help          this text (帮助)`;

/** The person's own mistake; the message is one line and says what to do. */
export class WrongOption extends Error {}

const known = {
  residents: { type: 'string' },
  seed: { type: 'string' },
  month: { type: 'string' },
  county: { type: 'string' },
  json: { type: 'string' },
  fresh: { type: 'boolean' },
  exit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws WrongOption */
export function readOptions(args: readonly string[]): DemoOptions {
  const values = parsed(args);
  return {
    help: values.help ?? false,
    county: filled('county', values.county),
    residents: values.residents === undefined ? undefined : residentsOf(values.residents),
    seed: filled('seed', values.seed) ?? defaultSeed,
    month: values.month === undefined ? undefined : monthOfOption(values.month),
    fresh: values.fresh ?? false,
    exit: values.exit ?? false,
    json: filled('json', values.json),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const said = (error as Error).message.split(/\. |\n/, 1)[0]!;
    throw wrong(said);
  }
}

function residentsOf(text: string): number {
  const residents = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  if (residents < 1 || residents > residentsMax) throw wrong(`--residents must be a whole number from 1 to ${residentsMax}`);
  return residents;
}

function monthOfOption(text: string): Month {
  if (!isMonth(text)) throw wrong('--month must be a month such as 2026-06');
  return text;
}

function filled(name: string, text: string | undefined): string | undefined {
  if (text === '') throw wrong(`--${name} must not be empty`);
  return text;
}

function wrong(said: string): WrongOption {
  return new WrongOption(`${said}: see npm run demo -- --help / 参数有误，请看帮助`);
}
