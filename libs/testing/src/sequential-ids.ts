import { Ids, type Uuid } from '@yigongti/kernel';

/** Ids of the shape of UUIDv7 that count up, so that a spec can name them and they sort as made. */
export class SequentialIds extends Ids {
  readonly #series: number;
  #last = 0;

  /** Two generators of one spec take different series, from 0 to 4095. */
  constructor(series = 0) {
    super();
    this.#series = series;
  }

  next(): Uuid {
    this.#last += 1;
    return SequentialIds.at(this.#last, this.#series);
  }

  /** The n-th id of a series, from 1. */
  static at(n: number, series = 0): Uuid {
    return `019f0000-0000-7${series.toString(16).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`;
  }
}
