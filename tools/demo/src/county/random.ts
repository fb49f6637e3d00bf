import { createHash } from 'node:crypto';
import { decimal } from '@yigongti/kernel';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that the same seed and label repeat for ever, on every machine. */
export interface Random {
  /** A whole number between both bounds, which are included. */
  int(from: number, to: number): number;
  /** Whether a thing of this share (decimal text) happens. */
  chance(share: string): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of a list by its shares, which sum to 1. */
  pickBy<T extends { readonly share: string }>(list: readonly T[]): T;
}

/** Shares are compared in millionths, whole numbers, so that no binary fraction decides. */
const unit = 1_000_000;
const millionths = new Map<string, number>();

function inMillionths(share: string): number {
  const known = millionths.get(share);
  if (known !== undefined) return known;
  const whole = decimal(share).times(unit).toNumber();
  millionths.set(share, whole);
  return whole;
}

/** One stream of draws. Streams of other labels do not move when one of them draws more. */
export function randomStream(seed: string, label: string): Random {
  const state = createHash('sha256').update(`${seed}\n${label}`).digest();
  const generator = xoroshiro128plus(state.readInt32LE(0));
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    int,
    chance: (share) => int(0, unit - 1) < inMillionths(share),
    pick: (list) => list[int(0, list.length - 1)]!,
    pickBy: (list) => {
      let rest = int(0, unit - 1);
      return list.find(({ share }) => (rest -= inMillionths(share)) < 0) ?? list.at(-1)!;
    },
  };
}
