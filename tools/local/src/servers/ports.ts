import { createServer, type Server } from 'node:net';

/**
 * Below Linux's ephemeral range (32768 and up): a port there may be taken by any outgoing connection while its server is being
 * restarted, and the server could then not come back to the address that its clients know.
 */
const firstPort = 20_000;
const lastPort = 32_000;

/**
 * Ports this process has found, each held on a second loopback address until it ends: between the moment a port is found free and
 * the moment its server listens, another clone that starts at the same time must not find it too.
 */
const claims = new Map<number, Server | undefined>();
const claimHost = '127.0.0.2';

/**
 * Finds TCP ports that are free on 127.0.0.1 and claims them. A wanted port is given back if it is free, so that a stack keeps its
 * addresses from one start to the next; 0 or a taken port gives any free one.
 * @throws Error when the whole range is taken
 */
export async function findPorts(wanted: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const port of wanted) {
    const wish = port > 0 && !found.includes(port) && (await take(port, claims.has(port)));
    found.push(wish ? port : await anyPort());
  }
  return found;
}

async function anyPort(): Promise<number> {
  const span = lastPort - firstPort;
  const start = Math.floor(Math.random() * span);
  for (let step = 0; step < span; step += 1) {
    const port = firstPort + ((start + step) % span);
    if (!claims.has(port) && (await take(port, false))) return port;
  }
  throw new Error(`no free port between ${firstPort} and ${lastPort} on 127.0.0.1`);
}

async function take(port: number, claimed: boolean): Promise<boolean> {
  const server = await listen(port, '127.0.0.1');
  if (server === 'taken' || server === 'no such address') return false;
  await new Promise((done) => server.close(done));
  if (claimed) return true;
  const claim = await listen(port, claimHost);
  if (claim === 'taken') return false;
  // Only Linux has all of 127.0.0.0/8; elsewhere the claim is left out.
  claims.set(port, claim === 'no such address' ? undefined : claim.unref());
  return true;
}

function listen(port: number, host: string): Promise<Server | 'taken' | 'no such address'> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRNOTAVAIL' ? 'no such address' : 'taken'));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}
