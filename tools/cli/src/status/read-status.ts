import { probeParts, type PartRow } from '@yigongti/tool-local';
import type { Ledger } from '../events/event-shapes.ts';
import { FindEvents, type Of } from '../events/find-events.ts';
import { lagOf } from '../events/lag.ts';
import { Failure } from '../failure.ts';
import { withBroker } from '../target/broker.ts';
import type { Target } from '../target/target.ts';

/** How a service stands with its events. */
export interface ServiceStatus {
  readonly service: string;
  readonly published: number;
  readonly applied: number;
  readonly outboxPending: number;
  readonly parked: number;
  readonly dead: number;
  /** Null where the broker was not asked or does not answer. */
  readonly lag: number | null;
}

export interface Status {
  readonly county: string;
  readonly gateway: string;
  /** Parts of the local stack; none of a suite somewhere else. */
  readonly parts: readonly PartRow[];
  /** Null where the services could not be asked; `unasked` says why. */
  readonly services: readonly ServiceStatus[] | null;
  readonly unasked: string | null;
}

/** @throws Failure only where there is no target at all */
export async function readStatus(target: Target): Promise<Status> {
  const parts = target.stack ? await probeParts(target.stack) : [];
  const { county, gateway } = target;
  try {
    const ledgers = await new FindEvents(target).ledgers();
    return { county, gateway, parts, services: ledgers.map(statusOf(await lagByService(target, ledgers))), unasked: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { county, gateway, parts, services: null, unasked: error.message };
  }
}

export function isWell({ parts, services }: Status): boolean {
  return (
    parts.every(({ state }) => state === 'ready' || state === 'given') &&
    services !== null &&
    services.every(({ dead }) => dead === 0)
  );
}

function statusOf(lags: ReadonlyMap<string, number>) {
  return ({ service, published, applied, outboxPending, parked, dead }: Of<Ledger>): ServiceStatus => ({
    service,
    published: sum(published),
    applied: sum(applied),
    ...{ outboxPending, parked, dead },
    lag: lags.get(service) ?? null,
  });
}

async function lagByService(target: Target, ledgers: readonly Of<Ledger>[]): Promise<ReadonlyMap<string, number>> {
  if (!target.kafka) return new Map();
  try {
    const lags = await withBroker(target, (broker) => lagOf(broker, ledgers));
    return new Map(
      ledgers.map(({ service }) => [service, sum(lags.filter((lag) => lag.service === service).map(({ lag }) => lag))]),
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return new Map();
  }
}

function sum(counts: Readonly<Record<string, number>> | readonly number[]): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
