import type { EventDefinition } from '@yigongti/events';
import type { Subscribers } from '../subscriptions.ts';

/** A table of Markdown; cells are one line each. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** Who consumes an event, or why no service does. */
export function audienceOf(definition: EventDefinition, subscribers: Subscribers): string {
  const services = subscribers.byType.get(definition.type);
  if (services) return services.join(', ');
  return definition.noConsumer ? `no service (${definition.noConsumer})` : 'no service yet';
}
