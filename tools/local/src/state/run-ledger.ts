import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { localDirectory } from '../repository.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { isRunning, markOf, type ProcessMark } from './process-mark.ts';

const markSchema = z.object({ pid: z.number(), startedAt: z.string() });
const runSchema = z.object({
  county: z.string(),
  /** The program that holds the stack together. */
  owner: markSchema,
  processes: z.array(markSchema.extend({ name: z.string() })),
});
export type Run = z.output<typeof runSchema>;

export const runFile = join(localDirectory, 'run.json');

/**
 * The processes of this clone's stack, on disk from the moment each is started: whatever happens to the program that started them,
 * the next `start` or `stop` finds them.
 */
export class RunLedger {
  #run: Run;
  readonly #file: string;

  constructor(county: string, file = runFile) {
    const owner = markOf(process.pid);
    if (!owner) throw new Error('this process cannot see itself in the list of processes');
    this.#file = file;
    this.#run = { county, owner, processes: [] };
    writeJsonFile(file, this.#run);
  }

  get owner(): ProcessMark {
    return this.#run.owner;
  }

  spawned(name: string, pid: number): void {
    const mark = markOf(pid);
    if (mark) this.#write([...this.#run.processes, { name, ...mark }]);
  }

  exited(pid: number): void {
    this.#write(this.#run.processes.filter((process) => process.pid !== pid));
  }

  close(): void {
    rmSync(this.#file, { force: true });
  }

  #write(processes: Run['processes']): void {
    this.#run = { ...this.#run, processes };
    writeJsonFile(this.#file, this.#run);
  }
}

/** What the clone's last start left behind: undefined after a clean stop. */
export function readRun(file = runFile): Run | undefined {
  const parsed = runSchema.safeParse(readJsonFile(file));
  return parsed.success ? parsed.data : undefined;
}

/** Ends the processes of a run whose owner is gone, and forgets it. Gives the names of those that were still running. */
export async function endOrphans(run: Run, file = runFile): Promise<string[]> {
  const orphans = run.processes.filter(isRunning);
  // SIGINT asks PostgreSQL to end its sessions and stop; Kafka, Redis and the services take it for a plain stop.
  signal(orphans, 'SIGINT');
  for (let waited = 0; waited < 10_000 && orphans.some(isRunning); waited += 100) await delay(100);
  signal(orphans.filter(isRunning), 'SIGKILL');
  rmSync(file, { force: true });
  return orphans.map(({ name }) => name);
}

function signal(processes: readonly ProcessMark[], name: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in between.
    }
  }
}
