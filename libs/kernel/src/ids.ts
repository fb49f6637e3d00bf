/** A UUID in lower-case text form. Ours are version 7, so that they sort by time of making. */
export type Uuid = string;

/** Port: makes ids. The system one makes UUIDv7 from clock and random source; specs hand in a sequence. */
export abstract class Ids {
  abstract next(): Uuid;
}

/** Port: the only way to learn what time it is. Domain code receives instants and dates instead. */
export abstract class Clock {
  abstract now(): Date;
}

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}
