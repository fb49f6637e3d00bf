import { endOrphans, readRun } from '../state/run-ledger.ts';
import { isRunning } from '../state/process-mark.ts';
import { findStack, removeStackFile, type StackFile } from '../state/stack-file.ts';
import type { Say } from '../terminal/say.ts';
import { LocalStack } from './local-stack.ts';
import { NotPossible, planStack, type StackOptions } from './stack-plan.ts';

/** A stack that this process started and holds. */
export interface OpenStack {
  readonly file: StackFile;
  /** Resolves when it has been stopped, by a signal or by `stop`, and nothing of it runs any more. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Somebody asked for the stop before the start was done. */
export class Interrupted extends Error {}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Milliseconds. A terminal, npm and the bootstrap each pass on one and the same Ctrl-C; later than this it is a second one. */
const sameSignalWithin = 1_500;

/**
 * Starts the clone's stack and holds it until it is told to stop. When the start fails, everything started so far is stopped first.
 * @throws NotPossible | Interrupted | StartFailed, or what a step of the start threw
 */
export async function openStack(options: StackOptions, say: Say): Promise<OpenStack> {
  await leaveNoOther(say);
  const plan = await planStack(options);
  const { county, nameZh } = plan.county.profile;
  say.line(`Starting Yigongti, county ${county} / 正在启动医共体，县域 ${nameZh}`);
  const stack = new LocalStack(plan, say);
  const { asked, stopped, stop } = stopOnce(stack, say);
  try {
    const file = await stack.start();
    return { file, stopped, stop };
  } catch (error) {
    const interrupted = asked();
    await stop();
    throw interrupted ? new Interrupted('Stopped before it was ready, nothing is left running / 启动已中止，无遗留进程') : error;
  }
}

/** One stack a clone: its files are this clone's. What an earlier one left running when it was killed is ended. */
async function leaveNoOther(say: Say): Promise<void> {
  const run = readRun();
  if (run && isRunning(run.owner)) {
    const doing = findStack().state === 'running' ? 'running' : 'starting or stopping';
    throw new NotPossible(
      `A stack of this clone is ${doing} (county ${run.county}, process ${run.owner.pid}): see npm run status, end it with npm stop. / ` +
        '本目录已有运行中的服务：npm run status 查看，npm stop 停止。',
    );
  }
  const ended = run ? await endOrphans(run) : [];
  if (ended.length > 0)
    say.line(`  ! the last run was killed; ended what it left behind: ${ended.join(', ')} / 已清理上次遗留进程`);
  removeStackFile();
}

function stopOnce(stack: LocalStack, say: Say): { asked: () => boolean; stopped: Promise<void>; stop: () => Promise<void> } {
  let askedAt: number | undefined;
  let ended: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (ended = resolve));
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stack.stop().then(ended));
  const onSignal = () => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      say.line('Stopping … (again to force) / 正在停止……');
      void stop();
    } else if (performance.now() - askedAt > sameSignalWithin) {
      say.line('Forced / 强制结束');
      stack.kill();
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  void stopped.then(() => signals.forEach((signal) => process.off(signal, onSignal)));
  return { asked: () => askedAt !== undefined, stopped, stop };
}
