import { parseArgs } from 'node:util';
import { relative } from 'node:path';
import { repositoryRoot } from '../repository.ts';
import { openStack } from '../stack/open-stack.ts';
import { probeParts } from '../stack/probe-parts.ts';
import { defaultCounty } from '../stack/stack-plan.ts';
import type { StackFile } from '../state/stack-file.ts';
import { partTable } from '../terminal/part-table.ts';
import type { Say } from '../terminal/say.ts';

export const startUsage = `npm start -- [--county NAME] [--fresh] [--scheduler]
  --county NAME  the county to run, by its profile in deploy/counties (县域), default ${defaultCounty}
  --fresh        delete what this county's stack kept and begin anew (清空重来)
  --scheduler    let the services run their timed work by themselves (启用定时任务)`;

/** `npm start`: brings the stack up and holds it until Ctrl-C. */
export async function start(args: string[], say: Say): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { county: { type: 'string' }, fresh: { type: 'boolean' }, scheduler: { type: 'boolean' } },
  });
  const from = performance.now();
  const stack = await openStack(values, say);
  await announce(stack.file, performance.now() - from, say);
  await stack.stopped;
  say.line('Stopped, nothing is left running / 已全部停止');
  return 0;
}

/** The table of URLs, and what to do next. */
export async function announce(stack: StackFile, startedIn: number, say: Say): Promise<void> {
  say.line();
  for (const line of partTable(await probeParts(stack))) say.line(line);
  say.line();
  say.line(`Ready in ${Math.round(startedIn / 1000)} s. Open ${stack.gateway} · 已就绪，请打开上述地址`);
  say.line(`Logs 日志: ${relative(repositoryRoot, stack.logs)} · for tools 供工具读取: .local/stack.json`);
  say.line('npm run demo plays a month 演示 · npm run status 状态 · Ctrl-C or npm stop ends all 停止');
}
