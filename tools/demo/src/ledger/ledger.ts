import { serviceSchemas, type ServiceName } from '@yigongti/database';
import { z } from 'zod';
import type { Office } from '../http/office.ts';

const counts = z.record(z.string(), z.int());

const ledgerSchema = z.object({
  outboxPending: z.int(),
  published: counts,
  applied: counts,
  parked: z.int(),
  dead: z.int(),
  consumes: z.array(z.string()),
});

/** What a service has sent and taken since it began, by full event type (`GET /<service>/v1/events/ledger`). */
export type ServiceLedger = z.output<typeof ledgerSchema>;
export type Ledgers = Readonly<Record<ServiceName, ServiceLedger>>;

export const serviceNames = Object.keys(serviceSchemas) as ServiceName[];

export async function readLedgers(office: Office): Promise<Ledgers> {
  const read = async (service: ServiceName) => {
    const answer = await office.get<unknown>(`/${service}/v1/events/ledger`);
    return [service, ledgerSchema.parse(answer)] as const;
  };
  return Object.fromEntries(await Promise.all(serviceNames.map(read))) as Ledgers;
}

/** An event type that a service declares and has not taken as often as it was published. */
export interface Gap {
  readonly service: ServiceName;
  readonly type: string;
  readonly published: number;
  readonly applied: number;
}

/** Types that the service declares whose events it has not all taken; and more than all, which would be as wrong. */
export function gapsOf(ledgers: Ledgers): Gap[] {
  const published = publishedByType(ledgers);
  return serviceNames.flatMap((service) => {
    const { consumes, applied } = ledgers[service];
    const pairs = consumes.map((type) => ({ service, type, published: published.get(type) ?? 0, applied: applied[type] ?? 0 }));
    return pairs.filter((pair) => pair.published !== pair.applied);
  });
}

export function publishedByType(ledgers: Ledgers): ReadonlyMap<string, number> {
  return new Map(serviceNames.flatMap((service) => Object.entries(ledgers[service].published)));
}

/** Whether nothing is on its way: every outbox empty, every declared event taken. */
export function isWhole(ledgers: Ledgers): boolean {
  return serviceNames.every((service) => ledgers[service].outboxPending === 0) && gapsOf(ledgers).length === 0;
}
