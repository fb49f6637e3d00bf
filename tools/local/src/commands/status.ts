import { probeParts } from '../stack/probe-parts.ts';
import { isRunning } from '../state/process-mark.ts';
import { readRun } from '../state/run-ledger.ts';
import { findStack } from '../state/stack-file.ts';
import { partTable } from '../terminal/part-table.ts';
import type { Say } from '../terminal/say.ts';

/** `npm run status`: how every part of this clone's stack is. 0 when all of it is ready. */
export async function status(say: Say): Promise<number> {
  const found = findStack();
  if (found.state === 'running') {
    const rows = await probeParts(found.stack);
    say.line(`County 县域 ${found.stack.county}, since 启动于 ${found.stack.readyAt}, process 进程 ${found.stack.owner.pid}`);
    for (const line of partTable(rows)) say.line(line);
    return rows.every(({ state }) => state === 'ready' || state === 'given') ? 0 : 1;
  }
  const run = readRun();
  if (run && isRunning(run.owner)) say.line(`The stack of county ${run.county} is starting or stopping / 正在启动或停止`);
  else if (run || found.state === 'stale')
    say.line('The last stack was killed and did not stop: npm stop clears up / 上次运行被强制结束，可用 npm stop 清理');
  else say.line('No stack is running in this clone, npm start starts one / 没有运行中的服务，npm start 启动');
  return 1;
}
