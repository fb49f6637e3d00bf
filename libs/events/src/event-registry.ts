import * as assessment from './assessment/index.ts';
import * as contracts from './contracts/index.ts';
import { type EventDefinition, owners } from './event.ts';
import * as publicHealth from './public-health/index.ts';
import * as referrals from './referrals/index.ts';
import * as registry from './registry/index.ts';
import * as settlement from './settlement/index.ts';

const exported: unknown[] = [registry, contracts, referrals, publicHealth, settlement, assessment].flatMap((service) =>
  Object.values(service),
);

const definitions = exported
  .filter((value): value is EventDefinition => typeof value === 'object' && value !== null && 'closedSchema' in value)
  .sort((a, b) => owners.indexOf(a.owner) - owners.indexOf(b.owner) || (a.type < b.type ? -1 : 1));

/** Every published event of the suite, by service and then by name. */
export const eventRegistry = {
  definitions: definitions as readonly EventDefinition[],
  byType: new Map(definitions.map((definition) => [definition.type, definition])) as ReadonlyMap<string, EventDefinition>,
} as const;

export interface Topic {
  readonly name: string;
  readonly owner: EventDefinition['owner'];
  readonly kind: EventDefinition['topicKind'];
  readonly definitions: readonly EventDefinition[];
}

/** The topics of the suite, in the registry's order. */
export function topicsOf(events: readonly EventDefinition[] = eventRegistry.definitions): Topic[] {
  return [...new Set(events.map((definition) => definition.topic))].map((name) => {
    const definitions = events.filter((definition) => definition.topic === name);
    return { name, owner: definitions[0]!.owner, kind: definitions[0]!.topicKind, definitions };
  });
}
