import type { PartitionLag } from '../broker.ts';

interface Seen {
  readonly committed: bigint | null;
  readonly end: bigint;
  readonly ticks: number;
}

/** Ticks in which records came in and nothing was read, after which a position counts as stuck. */
const ticksMax = 2;

/** Finds partitions whose position stands still while records keep coming in and nobody works on them. */
export class StuckPositions {
  readonly #seen = new Map<string, Seen>();
  readonly #busy = new Map<string, number>();
  readonly #worked = new Set<string>();

  /** Tells that a chunk of the partition is being worked on; call what is returned when it is done. */
  working(topic: string, partition: number): () => void {
    const place = `${topic} ${partition}`;
    this.#busy.set(place, (this.#busy.get(place) ?? 0) + 1);
    return () => {
      this.#busy.set(place, this.#busy.get(place)! - 1);
      this.#worked.add(place);
    };
  }

  forget(): void {
    this.#seen.clear();
  }

  /** Looks at the partitions that are this member's to read; gives the first stuck one as `<topic> <partition>`. */
  look(lags: readonly PartitionLag[]): string | undefined {
    let stuck: string | undefined;
    for (const { topic, partition, committed, end } of lags) {
      const place = `${topic} ${partition}`;
      const ticks = this.#ticksOf(place, committed, end);
      this.#seen.set(place, { committed, end, ticks });
      if (ticks >= ticksMax) stuck ??= place;
    }
    this.#worked.clear();
    return stuck;
  }

  #ticksOf(place: string, committed: bigint | null, end: bigint): number {
    const before = this.#seen.get(place);
    const alive = (this.#busy.get(place) ?? 0) > 0 || this.#worked.has(place);
    if (!before || alive || before.committed !== committed || (committed ?? 0n) >= end) return 0;
    return end > before.end ? before.ticks + 1 : before.ticks;
  }
}
