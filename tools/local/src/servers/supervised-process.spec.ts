import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@yigongti/testing';
import type { ProcessSpec } from './process-spec.ts';
import { StartFailed, SupervisedProcess, type ProcessNews } from './supervised-process.ts';

// These specs start processes, which takes its time on a busy machine.
jest.setTimeout(30_000);

/** Writes a file when it is up, ends well when told to. */
const server = `require('node:fs').writeFileSync('up', String(process.pid)); process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000);`;
const stubborn = `process.on('SIGTERM', () => {}); ${server.replace(/process.on.*?\);/, '')}`;

describe('SupervisedProcess', () => {
  let directory: string;
  let running: SupervisedProcess | undefined;
  const news: ProcessNews[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'supervised-'));
    news.length = 0;
  });
  afterEach(async () => {
    await running?.stop();
    rmSync(directory, { recursive: true });
  });

  const spec = (program: string, own: Partial<ProcessSpec> = {}): ProcessSpec => ({
    name: 'tiny',
    labelZh: '小',
    command: [process.execPath, '-e', program],
    cwd: directory,
    logFile: join(directory, 'tiny.log'),
    isReady: () => Promise.resolve(pidInFile() === running?.pid),
    stopSignal: 'SIGTERM',
    startWithin: 10_000,
    stopWithin: 10_000,
    ...own,
  });
  const pidInFile = () => (existsSync(join(directory, 'up')) ? Number(readFileSync(join(directory, 'up'))) : -1);
  const supervise = (own: ProcessSpec) => (running = new SupervisedProcess(own, { news: (item) => news.push(item) }));

  it('is started when it serves and gone when it was stopped', async () => {
    const tiny = supervise(spec(server));
    await tiny.start();
    expect(tiny.state).toBe('ready');
    const pid = tiny.pid!;
    expect(isAlive(pid)).toBe(true);
    await tiny.stop();
    expect(isAlive(pid)).toBe(false);
    expect(news).toEqual([]);
  });

  it('is started again after kill -9, and says so', async () => {
    const tiny = supervise(spec(server));
    await tiny.start();
    const pid = tiny.pid!;
    process.kill(pid, 'SIGKILL');
    await eventually('the second life', () => tiny.state === 'ready' && tiny.pid !== pid);
    expect(news).toEqual([
      { kind: 'died', how: 'signal SIGKILL', seconds: 0.5 },
      { kind: 'back', seconds: news[1]?.seconds },
    ]);
  });

  it('is not started again when it was stopped while it was away', async () => {
    const spawned: number[] = [];
    const tiny = new SupervisedProcess(
      spec(server, { isReady: () => Promise.resolve(pidInFile() > 0) }),
      {
        spawned: (pid) => spawned.push(pid),
        exited: () => void tiny.stop(),
      },
      1,
    );
    await tiny.start();
    process.kill(tiny.pid!, 'SIGKILL');
    await eventually('the end of it', () => tiny.state === 'stopped');
    // Another whole start takes longer than the wait that was broken off.
    await supervise(spec(server)).start();
    expect(spawned).toHaveLength(1);
  });

  it('fails with what it wrote last when it ends before it serves', async () => {
    const tiny = supervise(spec(`console.error('no such county'); process.exit(3)`));
    const start = tiny.start();
    await expect(start).rejects.toThrow(StartFailed);
    await expect(start).rejects.toThrow(/tiny ended before it was ready \(exit code 3\)\nno such county/);
  });

  it('fails when it does not serve in time, and leaves nothing running', async () => {
    const tiny = supervise(spec(server, { isReady: () => Promise.resolve(false), startWithin: 300 }));
    await expect(tiny.start()).rejects.toThrow('was not ready within 0.3 s');
    expect(isAlive(tiny.pid!)).toBe(false);
  });

  it('fails when there is no such program', async () => {
    const tiny = supervise(spec('', { command: [join(directory, 'nowhere')] }));
    await expect(tiny.start()).rejects.toThrow('ENOENT');
  });

  it('is forced when it does not stop in time', async () => {
    const tiny = supervise(spec(stubborn, { stopWithin: 200 }));
    await tiny.start();
    const pid = tiny.pid!;
    await tiny.stop();
    expect(isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
