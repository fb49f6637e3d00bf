import { connect } from 'node:net';

const answerWithin = 1_000;

/** True when something accepts connections there. */
export function portAccepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return portAnswers({ port, host });
}

/** Connects, sends `say` and is true when the answer begins with `expect`; without them a connection is enough. */
export function portAnswers(at: { port: number; host: string; say?: string; expect?: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port: at.port, host: at.host, timeout: answerWithin });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
    socket.once('connect', () => {
      if (at.say === undefined) end(true);
      else socket.write(at.say);
    });
    socket.once('data', (data) => end(data.toString('latin1').startsWith(at.expect ?? '')));
  });
}

/** True when a GET is answered with a status of success. */
export async function httpAnswers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerWithin * 2), redirect: 'manual' });
  await response.body?.cancel();
  return response.ok;
}
