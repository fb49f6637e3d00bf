import type { Relay } from './relay.ts';

export class Lease {
  holder?: Relay;
}
