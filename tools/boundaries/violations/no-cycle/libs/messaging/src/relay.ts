import { Lease } from './lease.ts';

export class Relay {
  lease = new Lease();
}
