import type { ProcessSpec } from './process-spec.ts';
import { SupervisedProcess, type ProcessNews } from './supervised-process.ts';

/** In the order of stopping: nobody asks any more, then nobody writes any more, then the servers may go. */
export const stopOrder = ['edge', 'service', 'server'] as const;
export type Layer = (typeof stopOrder)[number];

export interface GroupListener {
  spawned(name: string, pid: number): void;
  exited(name: string, pid: number): void;
  news(spec: ProcessSpec, news: ProcessNews): void;
}

/** The processes of a stack: started side by side, stopped in layers. */
export class ProcessGroup {
  readonly #members: { layer: Layer; process: SupervisedProcess }[] = [];
  readonly #listener: GroupListener;
  #stopping = false;

  constructor(listener: GroupListener) {
    this.#listener = listener;
  }

  /** Resolves when it serves. @throws StartFailed */
  async start(layer: Layer, spec: ProcessSpec): Promise<void> {
    if (this.#stopping) throw new Error('the stack is stopping');
    const process = new SupervisedProcess(spec, {
      spawned: (pid) => this.#listener.spawned(spec.name, pid),
      exited: (pid) => this.#listener.exited(spec.name, pid),
      news: (news) => this.#listener.news(spec, news),
    });
    this.#members.push({ layer, process });
    await process.start();
  }

  pids(): Record<string, number> {
    return Object.fromEntries(this.#members.flatMap(({ process }) => (process.pid ? [[process.spec.name, process.pid]] : [])));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const layer of stopOrder) {
      const members = this.#members.filter((member) => member.layer === layer);
      await Promise.all(members.map((member) => member.process.stop()));
    }
  }

  /** Ends all at once, without asking. */
  kill(): void {
    this.#stopping = true;
    for (const { process } of this.#members) process.kill();
  }
}
