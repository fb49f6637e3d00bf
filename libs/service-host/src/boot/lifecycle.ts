/** Where the process stands: asked by probes and by the door. */
export class Lifecycle {
  #phase: 'starting' | 'running' | 'draining' | 'closing' = 'starting';

  get ready(): boolean {
    return this.#phase === 'running';
  }

  /** New requests are turned away; those inside are finished. */
  get closing(): boolean {
    return this.#phase === 'closing';
  }

  enter(phase: 'running' | 'draining' | 'closing'): void {
    this.#phase = phase;
  }
}
