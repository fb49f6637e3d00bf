import { findStack, Interrupted, NotPossible, openStack, type Say, type StackFile } from '@yigongti/tool-local';
import type { DemoOptions } from '../options.ts';

/** A stack to play on: the clone's running one, or one that the demo started. */
export interface HeldStack {
  readonly file: StackFile;
  /** Aborted when somebody stops a stack that the demo started. */
  readonly signal: AbortSignal;
  /** Null where somebody else started it. */
  readonly own: { readonly stopped: Promise<void>; stop(): Promise<void> } | null;
}

/** @throws NotPossible where the running stack is not the one that was asked for, Interrupted */
export async function holdStack(options: Pick<DemoOptions, 'county' | 'fresh'>, say: Say): Promise<HeldStack> {
  const found = findStack();
  if (found.state === 'running') return await running(found.stack, options);
  const stack = await openStack({ county: options.county, fresh: options.fresh }, say);
  const stopping = new AbortController();
  void stack.stopped.then(() => stopping.abort(new Interrupted('The stack was stopped while the demo played / 演示中止')));
  return { file: stack.file, signal: stopping.signal, own: stack };
}

async function running(file: StackFile, { county, fresh }: Pick<DemoOptions, 'county' | 'fresh'>): Promise<HeldStack> {
  if (fresh) {
    throw new NotPossible(
      'A stack is running that the demo did not start, and --fresh would delete its data: npm stop first. / ' +
        '已有运行中的服务，--fresh 会清空其数据：请先 npm stop。',
    );
  }
  if (county !== undefined && county !== file.county) {
    throw new NotPossible(`The running stack is county ${file.county}, not ${county}: npm stop first. / 运行中的是另一个县域。`);
  }
  if (!(await answers(file.gateway))) {
    throw new NotPossible(`The stack of this clone does not answer at ${file.gateway}: see npm run status. / 服务无应答。`);
  }
  return { file, signal: new AbortController().signal, own: null };
}

/** Milliseconds. */
const answerWithin = 3_000;

function answers(gateway: string): Promise<boolean> {
  return fetch(`${gateway}/livez`, { signal: AbortSignal.timeout(answerWithin) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
