import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { findPorts } from './ports.ts';

// These specs start processes, which takes its time on a busy machine.
jest.setTimeout(30_000);

describe('findPorts', () => {
  const open: Server[] = [];
  afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done)))));

  const listen = async (port: number) => {
    const server = createServer();
    open.push(server);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  };

  it('finds ports that can be listened at, each another one', async () => {
    const ports = await findPorts([0, 0, 0]);
    expect(new Set(ports).size).toBe(3);
    for (const port of ports) await listen(port);
  });

  it('stays below the range that outgoing connections take theirs from', async () => {
    const ports = await findPorts(Array.from({ length: 20 }, () => 0));
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });

  it('gives back the wanted port while it is free, another one when it is taken', async () => {
    const [wanted = 0] = await findPorts([0]);
    expect(await findPorts([wanted])).toEqual([wanted]);
    await listen(wanted);
    expect(await findPorts([wanted])).not.toEqual([wanted]);
  });

  it('gives no port to two processes that start at the same time', async () => {
    const [port = 0] = await findPorts([0]);
    const program = `import { findPorts } from './ports.ts'; console.log((await findPorts([${port}]))[0]);`;
    const hook = ['--import', '../../swc-hook.mjs', '--input-type=module', '-e', program];
    const { stdout, stderr } = spawnSync(process.execPath, hook, { cwd: import.meta.dirname, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(Number(stdout)).not.toBe(port);
  });

  it('never gives one port twice', async () => {
    const [wanted = 0] = await findPorts([0]);
    const [first, second] = await findPorts([wanted, wanted]);
    expect(first).toBe(wanted);
    expect(second).not.toBe(wanted);
  });
});
