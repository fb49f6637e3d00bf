import type { ServiceName } from '@yigongti/database';
import { exitCodes, Failure, usageFailure } from '../failure.ts';
import { ApiClient } from '../target/api-client.ts';
import { serviceNames, type Target } from '../target/target.ts';
import { deadDetailSchema, deadSchema, ledgerSchema, parkedSchema, type Dead, type Ledger, type Parked } from './event-shapes.ts';

export type Of<T> = T & { readonly service: ServiceName };

/** What the services' operations endpoints say, of one service or of all. */
export class FindEvents {
  readonly #api: ApiClient;

  constructor(
    target: Pick<Target, 'gateway' | 'tokenEndpoint' | 'client'>,
    private readonly services: readonly ServiceName[] = serviceNames,
  ) {
    this.#api = new ApiClient(target);
  }

  ledgers(): Promise<Of<Ledger>[]> {
    return Promise.all(
      this.services.map(async (service) => ({
        ...(await this.#api.get(`/${service}/v1/events/ledger`, ledgerSchema)),
        service,
      })),
    );
  }

  parked(): Promise<Of<Parked>[]> {
    return this.#all((service) => this.#api.list(`/${service}/v1/events/parked`, parkedSchema));
  }

  dead(state?: string): Promise<Of<Dead>[]> {
    const query = state === undefined ? '' : `?state=${state}`;
    return this.#all((service) => this.#api.list(`/${service}/v1/events/dead${query}`, deadSchema));
  }

  /** The dead event of this id, whichever service it lies in. @throws Failure where none has it */
  async one(id: string) {
    for (const service of this.services) {
      try {
        return { ...(await this.#api.get(`/${service}/v1/events/dead/${id}`, deadDetailSchema)), service };
      } catch (error) {
        if (!(error instanceof Failure) || error.told.code !== 'event.dead-not-found') throw error;
      }
    }
    throw new Failure(exitCodes.refused, {
      code: 'event.dead-not-found',
      en: `No service has a dead event ${id}`,
      zh: '没有这条死信',
    });
  }

  async #all<T extends object>(list: (service: ServiceName) => AsyncIterable<T>): Promise<Of<T>[]> {
    const found = await Promise.all(
      this.services.map(async (service) => {
        const items: Of<T>[] = [];
        for await (const item of list(service)) items.push({ ...item, service });
        return items;
      }),
    );
    return found.flat();
  }
}

/** The services that `--service` names, all without it. @throws Failure */
export function servicesOf(name: string | undefined): readonly ServiceName[] {
  if (name === undefined) return serviceNames;
  const found = serviceNames.find((service) => service === name);
  if (!found) throw usageFailure(`--service must be one of ${serviceNames.join(', ')}`, `--service 须为上述服务之一`);
  return [found];
}
