import { randomBytes } from 'node:crypto';
import { Clock, Ids, type Uuid } from '@yigongti/kernel';

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** UUIDv7 (RFC 9562 section 5.7): milliseconds, a counter within the millisecond in rand_a, random bits. Sorts by time of making. */
export class SystemIds extends Ids {
  #lastMs = 0;
  #counter = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  override next(): Uuid {
    const nowMs = this.clock.now().getTime();
    if (nowMs > this.#lastMs) {
      this.#lastMs = nowMs;
      this.#counter = 0;
    } else if (this.#counter === 0xfff) {
      this.#lastMs += 1;
      this.#counter = 0;
    } else {
      this.#counter += 1;
    }
    const time = this.#lastMs.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = (random[0]! & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const sequence = this.#counter.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }
}
