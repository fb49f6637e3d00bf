/** Milliseconds of silence after which a step that goes on says so. */
const patience = 5_000;

/** What the stack tells the person who started it: a line when something is done, and a sign of life while it is not. */
export class Say {
  readonly #write: (line: string) => void;
  readonly #running = new Set<string>();
  #spokeAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)) {
    this.#write = write;
  }

  line(text = ''): void {
    this.#spokeAt = performance.now();
    this.#write(text);
  }

  /** Runs a step and says when it is done and how long it took; a failure is the caller's to tell. */
  async step<T>(name: string, work: () => Promise<T>, outcome: (result: T) => string = () => ''): Promise<T> {
    const from = performance.now();
    this.#running.add(name);
    this.#timer ??= setInterval(() => this.#signOfLife(), 1_000).unref();
    try {
      const result = await work();
      const told = outcome(result);
      this.line(`  ✓ ${pad(name, 34)} ${seconds(performance.now() - from)}${told && `  ${told}`}`);
      return result;
    } finally {
      this.#running.delete(name);
      if (this.#running.size === 0) this.#rest();
    }
  }

  #signOfLife(): void {
    if (performance.now() - this.#spokeAt < patience) return;
    this.line(`  … still waiting for / 等待中: ${[...this.#running].join(', ')}`);
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(5)} s`;
}

/** Pads to a width on the screen, where a Chinese character takes two places. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}
