import { compareKeys } from '@yigongti/kernel';
import type { Ledgers } from '../ledger/ledger.ts';
import { serviceNames } from '../ledger/ledger.ts';
import type { CommandCounter } from '../metrics/command-counts.ts';
import type { ServiceReport } from './schema.ts';

export function serviceReports(ledgers: Ledgers, commands: Pick<CommandCounter, 'of'>): Record<string, ServiceReport> {
  const reports = serviceNames.map((service): [string, ServiceReport] => {
    const { published, applied, consumes, parked, dead, outboxPending } = ledgers[service];
    const { accepted, refused } = commands.of(service);
    return [
      service,
      {
        commandsAccepted: accepted,
        commandsRefused: byKey(refused),
        eventsPublished: byKey(published),
        eventsApplied: byKey(applied),
        consumes: [...consumes].sort(compareKeys),
        parked,
        dead,
        outboxPending,
      },
    ];
  });
  return Object.fromEntries(reports);
}

export function byKey(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareKeys(a, b)));
}
