import cliProgress from 'cli-progress';

export interface Progress {
  show(done: number, of: number, what: string): void;
  end(): void;
}

/** A bar on a terminal; nothing in a file or a pipe. */
export function progressOn(stream: NodeJS.WriteStream, requests: () => number): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: '  {bar} {percentage} %  {what}  {requests} requests 请求',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream,
  });
  let started = false;
  return {
    show: (done, of, what) => {
      if (!started) bar.start(of, 0, { what, requests: requests() });
      started = true;
      bar.update(done, { what: what.padEnd(24), requests: requests() });
    },
    end: () => bar.stop(),
  };
}
