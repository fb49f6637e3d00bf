import { ratioOf, type Arm, type Spread } from './statistics.ts';

/** What is compared: the first arm against the slowest of the others. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** What a prototype of the same design reached, as a floor. Printed beside the ratio; it decides nothing. */
  readonly floor: number;
  readonly arms: readonly ComparedArm[];
}

export interface ComparedArm {
  readonly name: string;
  /** Does its work once. Resolves to units per second. */
  run(): Promise<number>;
}

export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly floor: number;
  readonly arms: readonly Arm[];
  readonly ratio: Spread;
}

/** Rounds of all arms, interleaved and each beginning with another arm, after a round that is thrown away. */
export async function measure(
  { name, unit, floor, arms }: Comparison,
  rounds: number,
  progress: (done: number) => void,
): Promise<Result> {
  const seen = arms.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < arms.length; turn += 1) {
      const arm = (round + turn) % arms.length;
      const perSecond = await arms[arm]!.run();
      if (round > 0) seen[arm]!.push(perSecond);
    }
    progress(round);
  }
  const measured = arms.map((arm, index): Arm => ({ name: arm.name, perSecond: seen[index]! }));
  return { name, unit, floor, arms: measured, ratio: ratioOf(measured[0]!, measured.slice(1)) };
}
