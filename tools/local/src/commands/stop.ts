import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from '../state/process-mark.ts';
import { endOrphans, readRun } from '../state/run-ledger.ts';
import { removeStackFile } from '../state/stack-file.ts';
import type { Say } from '../terminal/say.ts';

/** Seconds. Services drain, then the servers stop. */
const patience = 90;

/** `npm stop`: ends this clone's stack from another terminal, and clears up after one that was killed. */
export async function stop(say: Say): Promise<number> {
  const run = readRun();
  if (!run) {
    removeStackFile();
    say.line('No stack is running in this clone / 没有运行中的服务');
    return 0;
  }
  if (!isRunning(run.owner)) {
    const ended = await endOrphans(run);
    removeStackFile();
    say.line(`The last stack was killed; cleared up (${ended.length} processes ended) / 已清理上次遗留进程 ${ended.length} 个`);
    return 0;
  }
  process.kill(run.owner.pid, 'SIGTERM');
  say.line(`Stopping the stack of county ${run.county} … / 正在停止……`);
  for (let waited = 0; waited < patience * 10; waited += 1) {
    if (!isRunning(run.owner)) {
      say.line('Stopped, nothing is left running / 已全部停止');
      return 0;
    }
    await delay(100);
  }
  say.line(`Process ${run.owner.pid} still stops after ${patience} s; kill -9 it and run npm stop again / 停止超时`);
  return 1;
}
