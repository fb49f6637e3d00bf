import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stackHome, type StackFile } from '@yigongti/tool-local';

/** What a part of a local stack takes of the machine. */
export interface PartUse {
  readonly part: string;
  /** Bytes of memory: its share where pages are shared (Linux), else resident. */
  readonly memory: number;
  /** Processor seconds since it was started. */
  readonly cpuSeconds: number;
}

export interface Resources {
  readonly parts: readonly PartUse[];
  /** Bytes on disk below the county's folder, by folder. */
  readonly disk: Readonly<Record<string, number>>;
}

/** Measures the running local stack: memory and processor time of each part with its children, and its folders on disk. */
export function measure({ county, pids }: Pick<StackFile, 'county' | 'pids'>): Resources {
  const processes = listProcesses();
  const parts = Object.entries(pids).map(([part, pid]) => {
    const own = withChildren(pid, processes);
    const sum = (of: (process: Process) => number) => own.reduce((total, process) => total + of(process), 0);
    return { part, memory: sum((process) => shareOf(process)), cpuSeconds: Math.round(sum(({ cpuSeconds }) => cpuSeconds)) };
  });
  const { directory } = stackHome(county);
  const folders = ['postgres', 'kafka', 'logs'].map((name) => [name, sizeOf(join(directory, name))]);
  return { parts, disk: Object.fromEntries(folders) as Record<string, number> };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly resident: number;
  readonly cpuSeconds: number;
}

/** `ps` of Linux and macOS. */
function listProcesses(): Process[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' });
  return listed.split('\n').flatMap((line) => {
    const [pid, parent, kilobytes, time] = line.trim().split(/\s+/);
    if (!time) return [];
    return [{ pid: Number(pid), parent: Number(parent), resident: Number(kilobytes) * 1024, cpuSeconds: secondsOf(time) }];
  });
}

/** `[days-]hours:minutes:seconds` or `minutes:seconds.hundredths`. */
export function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) + Number(days) * 86_400;
}

function withChildren(pid: number, processes: readonly Process[]): Process[] {
  const own = processes.filter((process) => process.pid === pid);
  const children = processes.filter(({ parent }) => parent === pid);
  return [...own, ...children.flatMap((child) => withChildren(child.pid, processes))];
}

/** PostgreSQL's processes share most of their memory: counting it once for each would be wrong. */
function shareOf({ pid, resident }: Process): number {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kilobytes === undefined ? resident : Number(kilobytes) * 1024;
  } catch {
    return resident;
  }
}

/** Bytes that the files of a folder take on disk; a file that goes meanwhile counts nothing. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((total, entry) => {
      const path = join(folder, entry.name);
      return total + (entry.isDirectory() ? sizeOf(path) : blocksOf(path));
    }, 0);
  } catch {
    return 0;
  }
}

function blocksOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  // Kafka sets its indexes aside at full length: what counts is what they take.
  return stats ? stats.blocks * 512 : 0;
}
