import { BrokerError } from '../broker/broker.ts';
import type { Log } from '../log.ts';

export type Dependency = 'outbox' | 'broker' | 'leases' | 'owner of the state';

/** Says once that something the relay needs is away, and once that it is back, whatever the number of lanes and tries. */
export class Outages {
  /** With whether an operator was called. */
  readonly #away = new Map<Dependency, boolean>();

  constructor(private readonly log: Log) {}

  began(dependency: Dependency, error: unknown): void {
    const fatal = error instanceof BrokerError && (error.errorClass === 'fatal' || error.errorClass === 'poison');
    if (this.#away.has(dependency) && (this.#away.get(dependency) || !fatal)) return;
    this.#away.set(dependency, fatal);
    const fields = { dependency, reason: reasonOf(error) };
    if (fatal) this.log.error('the relay cannot publish until an operator acts', fields);
    else this.log.warn('the relay waits', fields);
  }

  over(dependency: Dependency): void {
    if (this.#away.delete(dependency)) this.log.info('the relay goes on', { dependency });
  }
}

/** Broker errors name brokers and topics; of others only what kind they are is safe to log. */
function reasonOf(error: unknown): string {
  if (error instanceof BrokerError) return `${error.errorClass} ${error.message}`;
  const { name = 'unknown', code } = error as { name?: string; code?: string };
  return code ? `${name} ${code}` : name;
}
