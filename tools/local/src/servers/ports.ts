import { createServer, type Server } from 'node:net';

/**
 * Below Linux's ephemeral range (32768 and up): a port there may be taken by any outgoing connection while its server is being
 * restarted, and the server could then not come back to the address that its clients know.
 */
const firstPort = 20_000;
const lastPort = 32_000;

/**
 * Finds free TCP ports on the loopback address. A wanted port is given back if it is free, so that a stack keeps its addresses
 * from one start to the next; 0 or a taken port gives any free one.
 * @throws Error when the whole range is taken
 */
export async function findPorts(wanted: readonly number[]): Promise<number[]> {
  const held: Server[] = [];
  try {
    const ports: number[] = [];
    for (const port of wanted) {
      const server = (port > 0 && (await tryPort(port))) || (await anyPort());
      held.push(server);
      ports.push((server.address() as { port: number }).port);
    }
    return ports;
  } finally {
    await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  }
}

async function anyPort(): Promise<Server> {
  const span = lastPort - firstPort;
  const start = Math.floor(Math.random() * span);
  for (let step = 0; step < span; step += 1) {
    const server = await tryPort(firstPort + ((start + step) % span));
    if (server) return server;
  }
  throw new Error(`no free port between ${firstPort} and ${lastPort} on 127.0.0.1`);
}

function tryPort(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}
