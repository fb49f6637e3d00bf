import { writeFileSync } from 'node:fs';
import { businessDateOf } from '@yigongti/kernel';
import { defaultCounty, findStack, Say } from '@yigongti/tool-local';
import { openOffices, playOn, stage, type PlayedMonth, type Staging } from './demo.ts';
import { isWhole, readLedgers } from './ledger/ledger.ts';
import { demoUsage, readOptions, type DemoOptions } from './options.ts';
import { progressOn } from './print/progress.ts';
import { reportLines } from './print/report-lines.ts';
import { gather, type Gathered } from './report/gather.ts';
import { holdStack, type HeldStack } from './stack/held-stack.ts';
import { refusePlayed } from './stack/refuse-played.ts';

/**
 * `npm run demo`: plays a month of the county and prints what happened. 0 where for every type and service that declares it applied =
 * published and every fen is accounted for, else 1.
 * @throws WrongOption, NotPossible and others whose message is for the person
 */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const say = new Say();
  if (options.help) {
    say.line(demoUsage);
    return 0;
  }
  const found = findStack();
  const name = options.county ?? (found.state === 'running' ? found.stack.county : defaultCounty);
  const staging = stage(name, options, businessDateOf(new Date()));
  const held = await holdStack({ ...options, county: name }, say);
  const code = await playAndTell(staging, options, { held, say }).catch(async (error: unknown) => {
    await held.own?.stop();
    throw error;
  });
  return end(held, options, { code, say });
}

interface Hall {
  readonly held: HeldStack;
  readonly say: Say;
}

async function playAndTell(staging: Staging, { json }: DemoOptions, { held, say }: Hall): Promise<number> {
  const opened = openOffices(staging, held);
  refusePlayed(await readLedgers(opened.offices.of('operator')), held.own !== null);
  const { month, residents } = staging;
  say.line(`Playing ${month} with ${residents} synthetic residents … / 正在演示 ${month}，合成居民 ${residents} 人……`);
  const progress = progressOn(process.stdout, () => opened.journal.requests);
  const played = await playOn(staging, held, { ...opened, progress: progress.show }).finally(progress.end);
  const gathered = await gather(staging, played, held.file);
  for (const line of reportLines(staging, played, gathered)) say.line(line);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(gathered.report, null, 2)}\n`);
    say.line(`\nFigures written to ${json} / 结果已写入`);
  }
  return exitCode(played, gathered);
}

function exitCode({ quiet }: PlayedMonth, { money }: Gathered): number {
  return isWhole(quiet.ledgers) && money.faults.length === 0 ? 0 : 1;
}

/** A stack of the demo's own goes on until Ctrl-C, or ends with the demo. */
async function end({ own, file }: HeldStack, { exit }: DemoOptions, { code, say }: { code: number; say: Say }): Promise<number> {
  if (!own) return code;
  if (exit) await own.stop();
  else {
    say.line(`\nThe stack goes on at ${file.gateway} until Ctrl-C or npm stop / 服务继续运行，Ctrl-C 或 npm stop 停止`);
    await own.stopped;
  }
  say.line('Stopped, nothing is left running / 已全部停止');
  return code;
}
